package medic.command.doctor;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes an address as every mail and calendar program reads it: ASCII, https, no login, and a host
 * by a name that is known everywhere, which neither {@code localhost} nor a number is.
 */
public final class JoinUrlValidator implements ConstraintValidator<JoinUrl, String> {

  private static final String ID = "{appointmentId}";
  private static final String SCHEME = "https://";

  private static final String LABEL = "(?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9]" + LABEL + "\\.)+[A-Za-z]" + LABEL);
  private static final int MAX_PORT = 65_535;

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
          && HOST.matcher(address.getHost()).matches()
          && isPort(address)
          && address.getRawUserInfo() == null
          && url.chars().allMatch(c -> c < 128);
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /** Absent, or one that there is: an empty one is neither. */
  private static boolean isPort(URI address) {
    boolean absent = address.getPort() < 0 && !address.getRawAuthority().endsWith(":");
    return absent || address.getPort() > 0 && address.getPort() <= MAX_PORT;
  }
}
