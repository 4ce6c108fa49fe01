package medic.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers in any usual writing: those without a country's code as they are dialled in
 * the practice's country.
 */
public final class PhoneNumbers {

  private static final PhoneNumberUtil KNOWN = PhoneNumberUtil.getInstance();

  /** Digits and what people put between them: blanks, brackets, dots, slashes and dashes. */
  private static final Pattern WRITTEN =
      Pattern.compile("[+(]{0,2}[0-9(][0-9 \\u00a0\\u202f()./\\u2010-\\u2015-]*");

  /**
   * A short group behind a slash is another ending, as in 901820/22, and not more of the number.
   */
  private static final Pattern TWO_ENDINGS = Pattern.compile(".*/ *[0-9]{1,3} *");

  /** Blanks that the library does not know. */
  private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u202f]");

  /** A plus and 15 digits (ITU-T E.164). */
  private static final int MAX_LENGTH = 16;

  private final String country;

  /**
   * @param country ISO 3166, such as DE
   * @throws IllegalArgumentException for one that is not known
   */
  public PhoneNumbers(String country) {
    if (!isCountry(country)) {
      throw new IllegalArgumentException("no country with phones is called " + country);
    }
    this.country = country;
  }

  /** Whether numbers are dialled there by rules that are known. */
  public static boolean isCountry(String country) {
    return KNOWN.getSupportedRegions().contains(country);
  }

  /**
   * The number as providers take it, such as +493012345678; empty where nobody has it. One with its
   * country's code need only be as long as numbers there are, for new ranges are given out all the
   * time; one without, or with a zero behind that code, must be of a range that is known.
   */
  public Optional<String> e164(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String written = BLANKS.matcher(text).replaceAll(" ").strip();
    boolean readable =
        WRITTEN.matcher(written).matches() && !TWO_ENDINGS.matcher(written).matches();
    return readable ? read(written) : Optional.empty();
  }

  private Optional<String> read(String written) {
    try {
      PhoneNumber number = KNOWN.parseAndKeepRawInput(written, country);
      return Optional.of(KNOWN.format(number, PhoneNumberFormat.E164))
          .filter(e164 -> e164.length() <= MAX_LENGTH && exists(number));
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  private static boolean exists(PhoneNumber number) {
    return isInternational(number.getCountryCodeSource()) && !number.isItalianLeadingZero()
        ? KNOWN.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
        : KNOWN.isValidNumber(number);
  }

  private static boolean isInternational(CountryCodeSource code) {
    return code == CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN
        || code == CountryCodeSource.FROM_NUMBER_WITH_IDD;
  }
}
