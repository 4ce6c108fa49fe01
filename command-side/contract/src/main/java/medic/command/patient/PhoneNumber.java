package medic.command.patient;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number in any usual writing. */
@Pattern(regexp = "[+0-9][0-9 ()./-]{3,}", message = "must be a phone number")
@Size(max = 50)
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface PhoneNumber {
  String message() default "must be a phone number";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
