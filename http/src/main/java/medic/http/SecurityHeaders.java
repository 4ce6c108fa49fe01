package medic.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells a browser, also one that is given before Spring Security is asked. */
public final class SecurityHeaders {

  public static final String CONTENT_SECURITY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** By name; the values are those that Spring Security gives. */
  public static final Map<String, String> ALL = all();

  private SecurityHeaders() {}

  /** Adds those that are missing. */
  public static void addTo(HttpServletResponse response) {
    ALL.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }

  private static Map<String, String> all() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-XSS-Protection", "0");
    headers.put("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    headers.put("Pragma", "no-cache");
    headers.put("Expires", "0");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Content-Security-Policy", CONTENT_SECURITY);
    headers.put("Referrer-Policy", "no-referrer");
    return headers;
  }
}
