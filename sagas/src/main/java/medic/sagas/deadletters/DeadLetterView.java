package medic.sagas.deadletters;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that could not be processed.
 *
 * @param source what it is: a notification, an event that a group could not handle, or a calendar
 *     copy that its provider rejected
 * @param errorReason a code; null for an event that only waits behind an earlier one
 * @param details what it is about, in ids
 */
public record DeadLetterView(
    UUID id,
    @JsonIgnore long number,
    String source,
    Instant createdAt,
    int attempts,
    @Nullable String errorReason,
    JsonNode details)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    String patient = details.path("patientId").asString("");
    return patient.isEmpty() ? Set.of() : Set.of(PatientId.of(patient));
  }
}
