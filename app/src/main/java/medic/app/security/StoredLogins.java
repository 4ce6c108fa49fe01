package medic.app.security;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import medic.http.ApiException;
import medic.http.FieldError;
import medic.http.Logins;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Logins in the database; names are not case-sensitive. */
final class StoredLogins implements Logins {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,99}");

  private final LoginTable table;
  private final Passwords passwords;
  private final boolean real;

  StoredLogins(LoginTable table, Passwords passwords, boolean real) {
    this.table = table;
    this.passwords = passwords;
    this.real = real;
  }

  /**
   * Makes a login of somebody who chose its name and password.
   *
   * @throws ApiException 409 {@code USERNAME_TAKEN} or {@code LOGIN_EXISTS}
   */
  void add(String username, String password, Role role, @Nullable UUID person) {
    mustBeAcceptable(username, password);
    boolean added =
        table.insert(
            new NewLogin(normal(username), passwords.encode(password), role, person, false));
    if (!added) {
      throw table.find(normal(username)).isPresent() ? usernameTaken() : loginExists();
    }
  }

  /** What may be neither name nor password. */
  void mustBeAcceptable(String username, String password) {
    mustBeUsername(username);
    passwords.mustBeAcceptable("password", password);
  }

  static void mustBeUsername(String username) {
    if (!USERNAME.matcher(normal(username)).matches()) {
      throw ApiException.badField(
          "username", "INVALID_VALUE", "must be 3 to 100 letters, digits or ._@+-");
    }
  }

  static ApiException usernameTaken() {
    return conflict("username", "USERNAME_TAKEN", "Choose another username: this one is taken.");
  }

  static ApiException loginExists() {
    return conflict("", "LOGIN_EXISTS", "This person has a login already.");
  }

  private static ApiException conflict(String field, String code, String message) {
    return field.isEmpty()
        ? new ApiException(HttpStatus.CONFLICT, code, message)
        : new ApiException(
            HttpStatus.CONFLICT, code, message, new FieldError(field, code, message));
  }

  /** Creates a login or replaces it. */
  void set(String username, String password, Role role) {
    passwords.mustBeAcceptable("password", password);
    boolean isSo =
        find(username)
            .filter(login -> login.role() == role && !login.demo() && login.enabled())
            .filter(login -> passwords.matches(password, login.password()))
            .isPresent();
    if (!isSo) {
      table.replace(new NewLogin(normal(username), passwords.encode(password), role, null, false));
    }
  }

  @Override
  public void createDemo(String username, String password, Role role, @Nullable UUID person) {
    if (real) {
      throw new IllegalStateException("no demo logins with a real configuration");
    }
    boolean isSo =
        find(username)
            .filter(login -> login.demo() && login.enabled() && login.role() == role)
            .filter(login -> Objects.equals(login.person(), person))
            .filter(login -> passwords.matches(password, login.password()))
            .isPresent();
    if (!isSo) {
      table.replace(new NewLogin(normal(username), passwords.encode(password), role, person, true));
    }
  }

  @Override
  public boolean exists(String username) {
    return find(username).isPresent();
  }

  private Optional<Login> find(String username) {
    return table.find(normal(username));
  }

  static String normal(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
