package medic.booking.patient;

import java.util.Optional;
import medic.events.Remark;
import medic.events.id.PatientId;
import medic.personal.Personal;
import medic.personal.Value;
import org.jspecify.annotations.Nullable;

/** What is said about a visit belongs to the patient, whoever says it. */
public final class Remarks {

  private Remarks() {}

  public static @Nullable Personal<Remark> of(PatientId patient, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Personal.of(patient.value(), new Remark(text.strip()));
  }

  /** Whether this is what was said; of what was erased nobody can tell, and it is taken to be. */
  public static boolean isSaid(@Nullable String text, @Nullable Personal<Remark> before) {
    String now = Optional.ofNullable(text).map(String::strip).orElse("");
    if (before == null) {
      return now.isEmpty();
    }
    return !(before.open() instanceof Value.Present<Remark> present)
        || present.value().text().equals(now);
  }
}
