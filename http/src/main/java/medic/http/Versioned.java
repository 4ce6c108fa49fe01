package medic.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers with something that can be edited: its version is its {@code ETag}. */
public final class Versioned {

  private Versioned() {}

  /**
   * @param version null where none is known
   */
  public static <B> ResponseEntity<B> of(@Nullable String version, B body) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    return (version == null ? answer : answer.eTag(version)).body(body);
  }
}
