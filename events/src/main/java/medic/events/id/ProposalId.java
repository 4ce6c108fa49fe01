package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a change that somebody made to an appointment's copy in an external calendar. */
public record ProposalId(@JsonValue UUID value) {

  @JsonCreator
  public static ProposalId of(String text) {
    return new ProposalId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "proposal-" + value;
  }
}
