package medic.command.patient;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a patient likes to be reached: {@code email}, {@code sms} and {@code push} are booleans,
 * {@code reminderHours} up to five whole hours from 1 to 720, {@code quietHours} an object with the
 * wall-clock times {@code from} and {@code to}. Other entries are free, within 4 KiB and three
 * levels of JSON.
 */
@Constraint(validatedBy = ContactPreferencesValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ContactPreferences {
  String message() default
      "email, sms and push are booleans, reminderHours up to five hours from 1 to 720,"
          + " quietHours an object of from and to such as 21:00;"
          + " all within 4 KiB and three levels";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
