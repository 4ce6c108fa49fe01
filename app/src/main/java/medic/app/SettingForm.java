package medic.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import medic.contact.MailAddress;
import medic.contact.PhoneNumbers;
import medic.contact.ReadableText;
import org.springframework.core.env.Environment;

/** What a setting must look like. All are looked at before anything is started. */
enum SettingForm {
  /** Whoever uses it says what it must be. */
  TEXT("", text -> true),
  PORT("a port from 0 to 65535", text -> isBetween(text, 0, 65_535)),
  COUNT("a whole number from 1 on", text -> isBetween(text, 1, Integer.MAX_VALUE)),
  LIMIT("a whole number, or 0 for none", text -> isBetween(text, 0, Integer.MAX_VALUE)),
  FLAG("true or false", text -> Set.of("true", "false").contains(text)),
  PERIOD("a period such as P10Y", text -> reads(() -> Period.parse(text))),
  DURATION("a length of time such as PT1H", text -> reads(() -> Duration.parse(text))),
  WAIT(
      "a length of time above none, such as PT72H",
      text -> reads(() -> Duration.parse(text)) && isPositive(Duration.parse(text))),
  TIME_OF_DAY("a time of day such as 02:30", text -> reads(() -> LocalTime.parse(text))),
  HOST("an address of this machine", text -> reads(() -> InetAddress.getByName(text))),
  DATABASE(
      "an address such as jdbc:postgresql://db.example/medic",
      text -> text.startsWith("jdbc:postgresql:")),
  ADDRESS("an address such as https://booking.example.org", SettingForm::isAddress),
  MAILBOX("a mail address such as desk@practice.example", text -> MailAddress.of(text).isPresent()),
  COUNTRY("a country such as DE", PhoneNumbers::isCountry),
  LINE("readable, in one line", ReadableText::isOneLine),
  LANGUAGE("a language such as de", text -> Set.of(Locale.getISOLanguages()).contains(text));

  private final String sentence;
  private final Predicate<String> fits;

  SettingForm(String sentence, Predicate<String> fits) {
    this.sentence = sentence;
    this.fits = fits;
  }

  /**
   * @throws StartRefused for the first setting that does not look like what it must
   */
  static void check(Environment environment) {
    for (Settings setting : Settings.values()) {
      setting.find(environment).ifPresent(value -> of(setting).check(setting, value));
    }
  }

  private void check(Settings setting, String value) {
    if (!fits.test(value.strip())) {
      throw new StartRefused(setting + " must be " + sentence + ", not '" + value + "'.");
    }
  }

  static SettingForm of(Settings setting) {
    return switch (setting) {
      case SERVER_PORT, MEDIC_HEALTH_PORT, MEDIC_SMTP_PORT -> PORT;
      case SERVER_ADDRESS -> HOST;
      case MEDIC_DB_URL -> DATABASE;
      case MEDIC_DB_POOL, MEDIC_OPEN_APPOINTMENTS, MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR -> COUNT;
      case MEDIC_CALLER_REQUESTS, MEDIC_ADDRESS_REQUESTS -> LIMIT;
      case MEDIC_RETENTION, MEDIC_PROFILE_OPEN_AFTER_VISIT -> PERIOD;
      case MEDIC_EMERGENCY_ACCESS -> DURATION;
      case MEDIC_REQUESTS_DECLINED_AFTER -> WAIT;
      case MEDIC_CHECK_AT -> TIME_OF_DAY;
      case MEDIC_FEEDS_INSIDE -> FLAG;
      case MEDIC_LANGUAGE -> LANGUAGE;
      case MEDIC_MAIL_FROM, MEDIC_PRACTICE_EMAIL -> MAILBOX;
      case MEDIC_PRACTICE_COUNTRY -> COUNTRY;
      case MEDIC_SMS_FROM -> LINE;
      case MEDIC_OIDC_ISSUER, MEDIC_PUBLIC_URL, MEDIC_SMS_URL, MEDIC_GOOGLE_URL -> ADDRESS;
      default -> TEXT;
    };
  }

  private static boolean isPositive(Duration length) {
    return !length.isNegative() && !length.isZero();
  }

  private static boolean isBetween(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      return address.getScheme() != null && address.getHost() != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private interface Reading {
    Object read() throws UnknownHostException;
  }

  private static boolean reads(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (DateTimeException | UnknownHostException malformed) {
      return false;
    }
  }
}
