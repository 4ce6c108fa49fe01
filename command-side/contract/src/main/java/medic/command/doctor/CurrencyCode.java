package medic.command.doctor;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The ISO 4217 code of a currency that prices are told in: neither of a metal nor of none. */
@Constraint(validatedBy = CurrencyCodeValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface CurrencyCode {

  String message() default "must be an ISO 4217 code";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
