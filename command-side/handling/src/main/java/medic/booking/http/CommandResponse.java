package medic.booking.http;

import medic.http.Accepted;
import medic.http.Created;
import medic.http.NoContent;
import medic.http.PositionHeader;
import medic.http.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What came of a command, and the position of its last event for reads of one's own writes. */
record CommandResponse<R>(R result, @Nullable String position) {

  <B> Created<B> created(String path, B body) {
    return new Created<>(path, body, headers());
  }

  <B> Accepted<B> accepted(String path, B body) {
    return new Accepted<>(path, body, headers());
  }

  <B> ResponseEntity<B> ok(B body) {
    return ResponseEntity.ok().headers(headers()).body(body);
  }

  /**
   * @param body null where there is nothing to tell
   */
  <B> Told<B> told(@Nullable B body) {
    return new Told<>(body, headers());
  }

  NoContent noContent() {
    return new NoContent(headers());
  }

  private HttpHeaders headers() {
    return PositionHeader.of(position);
  }
}
