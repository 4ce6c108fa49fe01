package medic.command.doctor;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Takes an address as every mail and calendar program reads it: ASCII, https, a host, no login. */
public final class JoinUrlValidator implements ConstraintValidator<JoinUrl, String> {

  private static final String ID = "{appointmentId}";
  private static final String SCHEME = "https://";

  private boolean template;

  @Override
  public void initialize(JoinUrl constraint) {
    template = constraint.template();
  }

  @Override
  public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
    return url == null || isHttps(template ? withoutIds(url) : url);
  }

  /** The id may stand behind the host only: it is no name of one. */
  private static String withoutIds(String url) {
    int path = url.indexOf('/', SCHEME.length());
    return path < 0 ? url : url.substring(0, path) + url.substring(path).replace(ID, "0");
  }

  private static boolean isHttps(String url) {
    try {
      URI address = new URI(url);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && url.chars().allMatch(c -> c < 128);
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
