package medic.contact;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A mail address that mail can be sent to; see {@link MailAddress}. */
@Constraint(validatedBy = EmailValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Email {
  String message() default "must be a mail address, in ASCII before the @";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
