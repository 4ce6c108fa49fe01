package medic.app.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medic.events.id.DoctorId;
import medic.http.Caller;
import medic.http.Role;
import medic.http.WireTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads who calls from a token's claims; a dot in a claim's name leads into a nested object. */
record CallerClaims(String roleClaim, String personClaim) implements TokenReader {

  /** As OpenID Connect has it, in characters. */
  private static final int MAX_SUBJECT_LENGTH = 255;

  @Override
  public CallerAuthentication convert(Jwt token) {
    try {
      return new CallerAuthentication(caller(token));
    } catch (IllegalArgumentException notOneOfOurs) {
      throw new InvalidBearerTokenException("the token names no caller of this system");
    }
  }

  private Caller caller(Jwt token) {
    Role role = role(claim(token, roleClaim));
    return new Caller(role, login(token), person(role, String.valueOf(claim(token, personClaim))));
  }

  private static @Nullable UUID person(Role role, String claim) {
    return switch (role) {
      case DOCTOR -> DoctorId.of(claim).value();
      case PATIENT -> WireTypes.patientId(claim).value();
      case ADMIN, AUDITOR -> null;
    };
  }

  /** It stands in the log as who it was: what names nobody, or cannot be shown, is refused. */
  private static String login(Jwt token) {
    String subject = Objects.requireNonNullElse(token.getSubject(), "");
    boolean isShown = subject.codePoints().allMatch(CallerClaims::isShown);
    if (subject.isBlank() || subject.length() > MAX_SUBJECT_LENGTH || !isShown) {
      throw new IllegalArgumentException("no subject");
    }
    return subject;
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> true;
    };
  }

  /** The first role of ours, as several may be given. */
  private static Role role(@Nullable Object claim) {
    Collection<?> names =
        claim instanceof Collection<?> many ? many : List.of(String.valueOf(claim));
    for (Role role : Role.values()) {
      if (names.stream().anyMatch(name -> role.name().equalsIgnoreCase(String.valueOf(name)))) {
        return role;
      }
    }
    throw new IllegalArgumentException("no role");
  }

  private static @Nullable Object claim(Jwt token, String path) {
    Object found = token.getClaims();
    for (String step : path.split("\\.", -1)) {
      found = found instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return found;
  }
}
