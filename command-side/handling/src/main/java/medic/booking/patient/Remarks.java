package medic.booking.patient;

import medic.events.Remark;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.jspecify.annotations.Nullable;

/** What is said about a visit belongs to the patient, whoever says it. */
public final class Remarks {

  private Remarks() {}

  public static @Nullable Personal<Remark> of(PatientId patient, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Personal.of(patient.value(), new Remark(text.strip()));
  }
}
