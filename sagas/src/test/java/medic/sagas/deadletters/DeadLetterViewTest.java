package medic.sagas.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import medic.events.id.PatientId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DeadLetterViewTest {

  private final ObjectNode details = JsonMapper.shared().createObjectNode();

  @Test
  void tellsWhomItConcerns() {
    PatientId patient = new PatientId(new UUID(1, 2));

    details.put("patientId", patient.value().toString());

    assertThat(letter().patientsShown()).containsExactly(patient);
  }

  @Test
  void concernsNobodyWithoutAPatient() {
    assertThat(letter().patientsShown()).isEmpty();
  }

  private DeadLetterView letter() {
    return new DeadLetterView(
        new UUID(0, 1), 1, "notification", Instant.EPOCH, 1, "FAULT", details);
  }
}
