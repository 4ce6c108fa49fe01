package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a one-time link by which somebody sets their own password. On the wire a UUID. */
public record InvitationId(@JsonValue UUID value) {

  @JsonCreator
  public static InvitationId of(String text) {
    return new InvitationId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "invitation-" + value;
  }
}
