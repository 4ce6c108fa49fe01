package medic.app.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.FieldError;
import medic.http.Logins;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Logins in the database; names are not case-sensitive. */
final class StoredLogins implements Logins {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,99}");
  private static final int MIN_BYTES = 8;
  private static final int MAX_BYTES = 72;

  private final LoginTable table;
  private final PasswordEncoder encoder;
  private final boolean real;
  private final String nobodysPassword;

  StoredLogins(LoginTable table, PasswordEncoder encoder, boolean real) {
    this.table = table;
    this.encoder = encoder;
    this.real = real;
    this.nobodysPassword = encoded("nobody's password");
  }

  @Override
  public void create(String username, String password, Role role, @Nullable UUID person) {
    if (!table.insert(login(username, password, role, person))) {
      Login kept = find(username).orElseThrow(StoredLogins::loginExists);
      mustBeTheSame(kept, password, role, person);
    }
  }

  @Override
  public void mustBeFree(String username, String password, Role role, @Nullable UUID person) {
    mustBeAcceptable(username, password);
    find(username).ifPresent(kept -> mustBeTheSame(kept, password, role, person));
  }

  private void mustBeTheSame(Login kept, String password, Role role, @Nullable UUID person) {
    boolean isTheSame =
        kept.role() == role
            && Objects.equals(kept.person(), person)
            && encoder.matches(password, kept.password());
    if (!isTheSame) {
      throw conflict(
          "login.username", "USERNAME_TAKEN", "Choose another username: this one is taken.");
    }
  }

  private static ApiException loginExists() {
    return conflict("login", "LOGIN_EXISTS", "This person has another login already.");
  }

  private static ApiException conflict(String field, String code, String message) {
    return new ApiException(
        HttpStatus.CONFLICT, code, message, new FieldError(field, code, message));
  }

  /** Creates a login or replaces it. */
  void set(String username, String password, Role role) {
    boolean isSo =
        find(username)
            .filter(login -> login.role() == role && !login.demo())
            .filter(login -> encoder.matches(password, login.password()))
            .isPresent();
    if (!isSo) {
      table.replace(login(username, password, role, null));
    }
  }

  @Override
  public void createDemo(String username, String password, Role role, @Nullable UUID person) {
    if (real) {
      throw new IllegalStateException("no demo logins with a real configuration");
    }
    table.replace(new Login(normal(username), encoded(password), role, person, true));
  }

  @Override
  public boolean exists(String username) {
    return find(username).isPresent();
  }

  /**
   * Who the login belongs to; takes as long for a name that is not known as for a wrong password.
   */
  Optional<Caller> verify(String username, String password) {
    Optional<Login> login = find(username);
    String stored = login.map(Login::password).orElse(nobodysPassword);
    boolean matches = fits(password) && encoder.matches(password, stored);
    return matches ? login.map(Login::caller) : Optional.empty();
  }

  /** Whose login has the name. */
  Optional<Caller> owner(String username) {
    return find(username).map(Login::caller);
  }

  private Optional<Login> find(String username) {
    return table.find(normal(username));
  }

  static String normal(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  private Login login(String username, String password, Role role, @Nullable UUID person) {
    mustBeAcceptable(username, password);
    return new Login(normal(username), encoded(password), role, person, false);
  }

  private static void mustBeAcceptable(String username, String password) {
    if (!USERNAME.matcher(normal(username)).matches()) {
      throw ApiException.badField(
          "login.username", "INVALID_VALUE", "must be 3 to 100 letters, digits or ._@+-");
    }
    if (!fits(password) || bytes(password) < MIN_BYTES) {
      throw ApiException.badField("login.password", "SIZE", "must be 8 to 72 bytes long");
    }
  }

  private String encoded(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  private static boolean fits(String password) {
    return bytes(password) <= MAX_BYTES;
  }

  private static int bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length;
  }
}
