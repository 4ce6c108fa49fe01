package medic.sagas.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers in any usual writing. */
public final class PhoneNumbers {

  private static final PhoneNumberUtil KNOWN = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** The number as providers take it, such as +493012345678; empty where it is none. */
  public static Optional<String> e164(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = KNOWN.parse(text, null);
      return KNOWN.isPossibleNumber(number)
          ? Optional.of(KNOWN.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }
}
