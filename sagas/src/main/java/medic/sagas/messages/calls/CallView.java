package medic.sagas.messages.calls;

import java.time.Instant;
import java.util.Set;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call to be made. Name, number and language are the patient's of now, absent where
 * they gave none.
 *
 * @param template what there is to tell, such as {@code cancelled}
 * @param reason why no message told it: {@code opted_out}, or a delivery's error
 * @param startsAt the start of the visit as the change left it; from then on the call is dropped
 * @param previousStartsAt where the patient still believes it to be, after a move
 */
record CallView(
    NotificationId callId,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable String patientName,
    @Nullable String phone,
    @Nullable String preferredLanguage,
    String template,
    @Nullable String reason,
    @Nullable Instant startsAt,
    @Nullable Instant previousStartsAt,
    Instant createdAt)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return patientId == null ? Set.of() : Set.of(patientId);
  }
}
