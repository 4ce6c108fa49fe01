package medic.query.personal;

import medic.events.Remark;
import medic.events.patient.PatientProfile;
import medic.personal.Value;
import org.jspecify.annotations.Nullable;

/** Reads a row's sealed columns for showing, and notes whether any was erased. One for each row. */
public final class PatientWords {

  private final SealedData personal;
  private boolean erased;

  public PatientWords(SealedData personal) {
    this.personal = personal;
  }

  public @Nullable String name(@Nullable String sealedProfile) {
    PatientProfile profile = opened(sealedProfile, PatientProfile.class);
    return profile == null ? null : profile.fullName();
  }

  public @Nullable String remark(@Nullable String sealedRemark) {
    Remark remark = opened(sealedRemark, Remark.class);
    return remark == null ? null : remark.text();
  }

  public boolean erased() {
    return erased;
  }

  public <T> @Nullable T opened(@Nullable String sealed, Class<T> type) {
    Value<T> value = personal.open(sealed, type);
    erased |= value instanceof Value.Erased;
    return value instanceof Value.Present<T> present ? present.value() : null;
  }
}
