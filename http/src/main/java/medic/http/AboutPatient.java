package medic.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import medic.events.id.PatientId;

/** An answer that does not tell itself whose data it shows; on the wire it is the answer alone. */
public record AboutPatient<T>(PatientId patient, @JsonValue T answer) implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return Set.of(patient);
  }
}
