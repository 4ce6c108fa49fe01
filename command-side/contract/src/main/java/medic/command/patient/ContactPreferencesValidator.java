package medic.command.patient;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import medic.contact.ReadableText;
import org.jspecify.annotations.Nullable;

/** Checks the entries that have a meaning here, and the size of all: they are kept for ever. */
public final class ContactPreferencesValidator
    implements ConstraintValidator<ContactPreferences, Map<String, Object>> {

  private static final int DEEPEST = 3;
  private static final int MAX_BYTES = 4096;
  private static final int MAX_REMINDERS = 5;
  private static final int MAX_LEAD_HOURS = 720;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  @Override
  public boolean isValid(
      @Nullable Map<String, Object> preferences, ConstraintValidatorContext context) {
    return preferences == null
        || haveReadableNames(preferences)
            && JsonSize.fits(preferences, DEEPEST, MAX_BYTES)
            && List.of("email", "sms", "push").stream()
                .allMatch(key -> isChoice(preferences.get(key)))
            && areHours(preferences.get("reminderHours"))
            && isQuiet(preferences.get("quietHours"));
  }

  /** The names on the first level are read as all text of a body is, those below as they came. */
  private static boolean haveReadableNames(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.keySet().stream().allMatch(n -> ReadableText.isOneLine(String.valueOf(n)))
          && object.values().stream().allMatch(ContactPreferencesValidator::haveReadableNames);
    }
    return !(value instanceof Collection<?> list)
        || list.stream().allMatch(ContactPreferencesValidator::haveReadableNames);
  }

  private static boolean isChoice(@Nullable Object value) {
    return value == null || value instanceof Boolean;
  }

  private static boolean areHours(@Nullable Object value) {
    return value == null
        || value instanceof List<?> hours
            && hours.size() <= MAX_REMINDERS
            && hours.stream().allMatch(ContactPreferencesValidator::isHour);
  }

  private static boolean isHour(Object value) {
    return value instanceof Integer hour && hour >= 1 && hour <= MAX_LEAD_HOURS;
  }

  private static boolean isQuiet(@Nullable Object value) {
    return value == null
        || value instanceof Map<?, ?> quiet && isTime(quiet.get("from")) && isTime(quiet.get("to"));
  }

  private static boolean isTime(@Nullable Object value) {
    return value instanceof String text && TIME.matcher(text).matches();
  }
}
