package medic.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The header in which a write tells the global position of its last event, and in which a query
 * asks for a read model that has seen it.
 */
public final class PositionHeader {

  public static final String NAME = "Medic-Position";

  private PositionHeader() {}

  /** The header of a write; none where it stored nothing. */
  public static HttpHeaders of(@Nullable String position) {
    HttpHeaders headers = new HttpHeaders();
    if (position != null) {
      headers.set(NAME, position);
    }
    return headers;
  }
}
