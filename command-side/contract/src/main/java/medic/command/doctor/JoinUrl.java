package medic.command.doctor;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a video visit is joined: an absolute https address without a login in it. */
@Constraint(validatedBy = JoinUrlValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface JoinUrl {

  /** Whether {@code {appointmentId}} may stand in it, for the id of each visit. */
  boolean template() default false;

  String message() default
      "must be an https address in ASCII, of a host with a name, without blanks or a login;"
          + " its only placeholder is {appointmentId}, in that of an appointment type";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
