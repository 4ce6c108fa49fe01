package medic.http;

import java.io.IOException;

/** A body without an announced length turned out to be too large. */
final class BodyTooLargeException extends IOException {

  BodyTooLargeException() {
    super("the body is too large");
  }
}
