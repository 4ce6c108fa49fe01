package medic.booking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import medic.command.rule.RuleTable;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {

  private static final Path FILE = Path.of("../../docs/rules.md");

  private static final String TEXT =
      """
      # Rules of bookings and moves, and who may override which

      Generated from `medic.command.rule.Rule`, by which commands are decided; the build fails when it drifts. To write it
      anew: `mvn -pl command-side/handling -am test -Dmedic.rules.write=true`. Why it is so: [ADR 35](adr/0035-who-may-override-which-rule.md).

      %s
      - *With a reason*: `POST /api/appointments` and `.../reschedule` with a `reason`.
      - *By name*: with `override` beside it, as in `{"override": ["hours"], "reason": "She is in pain"}`.
      - *By overbooking*: `POST /api/appointments/overbook` and `.../{appointmentId}/overbook`, with the bodies of booking and
        moving. It is an event of its own, `DoctorOverbooked`.
      - What was overridden stands in the event (`overridden`) and in the timeline's `metadata`, with the reason and who it was.
      - Auditors book nothing. The engine itself overrides nothing.
      """
          .formatted(RuleTable.markdown());

  @Test
  void theDocumentSaysWhatIsDecided() throws IOException {
    if (Boolean.getBoolean("medic.rules.write")) {
      Files.writeString(FILE, TEXT);
    }
    assertThat(Files.readString(FILE).replace("\r\n", "\n"))
        .as("docs/rules.md is not what the rules are: -Dmedic.rules.write=true")
        .isEqualTo(TEXT);
  }
}
