package medic.booking.appointment;

import medic.events.appointment.Remark;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.jspecify.annotations.Nullable;

/** What is said about a visit belongs to the patient, whoever says it. */
final class Remarks {

  private Remarks() {}

  static @Nullable Personal<Remark> of(PatientId patient, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Personal.of(patient.value(), new Remark(text.strip()));
  }
}
