package medic.booking.http;

import java.net.URI;
import medic.http.PositionHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What came of a command, and the position of its last event for reads of one's own writes. */
record Sent<R>(R result, @Nullable String position) {

  <B> ResponseEntity<B> created(String path, B body) {
    return with(ResponseEntity.created(URI.create(path))).body(body);
  }

  <B> ResponseEntity<B> accepted(String path, B body) {
    return with(ResponseEntity.accepted().location(URI.create(path))).body(body);
  }

  <B> ResponseEntity<B> ok(B body) {
    return with(ResponseEntity.ok()).body(body);
  }

  ResponseEntity<Void> noContent() {
    return with(ResponseEntity.status(204)).build();
  }

  private ResponseEntity.BodyBuilder with(ResponseEntity.BodyBuilder response) {
    return position == null ? response : response.header(PositionHeader.NAME, position);
  }
}
