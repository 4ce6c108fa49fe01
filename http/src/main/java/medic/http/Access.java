package medic.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint. Every endpoint carries one; a request to one without is refused, and a
 * test fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  /** The roles that may call at all. */
  Role[] value();

  /** Which object must be the caller's own. */
  Own own() default Own.NOTHING;

  /** How it is decided whether the object asked for is the caller's. */
  enum Own {
    /** The same for all callers of the role. */
    NOTHING,
    /** A doctor only as the {@code doctorId} in the path. */
    DOCTOR_IN_PATH,
    /** A patient only as the {@code patientId} in the path. */
    PATIENT_IN_PATH,
    /** The endpoint decides once it has read the object or the body. */
    DECIDED_INSIDE
  }
}
