package medic.contact;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number that exists; see {@link PhoneNumbers}. */
@Size(max = 50)
@Constraint(validatedBy = PhoneNumberValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface PhoneNumber {
  String message() default
      "must be a phone number, with the country's code if it is of another country";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
