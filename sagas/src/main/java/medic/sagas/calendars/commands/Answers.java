package medic.sagas.calendars.commands;

import medic.http.PositionHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers a write with the position that lets its client read it. */
public final class Answers {

  private Answers() {}

  public static ResponseEntity<Void> noContent(@Nullable String position) {
    return at(position, HttpStatus.NO_CONTENT).build();
  }

  public static ResponseEntity.BodyBuilder at(@Nullable String position, HttpStatus status) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    return position == null ? answer : answer.header(PositionHeader.NAME, position);
  }
}
