package medic.sagas.messages.mailbox;

import static medic.http.Access.Own.DOCTOR_IN_PATH;
import static medic.http.Access.Own.PATIENT_IN_PATH;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationState;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Page;
import medic.http.Role;
import medic.sagas.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages to a patient, to a doctor, or all of them: newest first. */
@RestController
class MailboxEndpoint {

  private final Mailbox mailbox;

  MailboxEndpoint(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping("/api/patients/{patientId}/notifications")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.PATIENT},
      own = PATIENT_IN_PATH)
  Page<NotificationView> ofPatient(
      @PathVariable PatientId patientId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    return mailbox.read(
        Paging.of(limit, cursor), "patient_id = ? and recipient = 'PATIENT'", patientId.value());
  }

  @GetMapping("/api/doctors/{doctorId}/notifications")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Page<NotificationView> ofDoctor(
      @PathVariable DoctorId doctorId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    return mailbox.read(
        Paging.of(limit, cursor), "doctor_id = ? and recipient = 'DOCTOR'", doctorId.value());
  }

  @GetMapping("/api/admin/notifications")
  @Access({Role.ADMIN, Role.AUDITOR})
  Page<NotificationView> all(
      @RequestParam @Nullable AppointmentId appointmentId,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    String stateName = state == null ? "%" : parse(state).name();
    return appointmentId == null
        ? mailbox.read(paging, "state like ?", stateName)
        : mailbox.read(
            paging, "state like ? and appointment_id = ?", stateName, appointmentId.value());
  }

  private static NotificationState parse(String state) {
    try {
      return NotificationState.valueOf(state.toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ApiException.badField("state", "UNKNOWN_VALUE", "is not a state of a message");
    }
  }
}
