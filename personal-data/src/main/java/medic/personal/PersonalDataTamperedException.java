package medic.personal;

import org.jspecify.annotations.Nullable;

/** Stored personal data is not what was sealed for this subject and this kind of data. */
public final class PersonalDataTamperedException extends RuntimeException {

  PersonalDataTamperedException(@Nullable Throwable cause) {
    super("sealed personal data was changed, moved or sealed under another key", cause);
  }
}
