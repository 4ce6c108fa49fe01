package medic.command;

import org.jspecify.annotations.Nullable;

/** A command that the domain says no to. Nothing has changed. */
public class Refusal extends RuntimeException {

  private final RefusalDetails details;

  public Refusal(RefusalDetails details) {
    super(details.detail(), null, false, false);
    this.details = details;
  }

  public Refusal(RefusalCode code, String detail) {
    this(new RefusalDetails(code, detail, null));
  }

  public Refusal(RefusalCode code, String detail, @Nullable String field) {
    this(new RefusalDetails(code, detail, field));
  }

  public static Refusal unknown(String what) {
    return new Refusal(RefusalCode.NOT_FOUND, "There is no such " + what + ".");
  }

  /** A body names something that does not exist here. */
  public static Refusal unknownReference(String what, String field) {
    return new Refusal(RefusalCode.UNKNOWN_REFERENCE, "There is no such " + what + ".", field);
  }

  /** Nothing new is kept of them. */
  public static Refusal erasedPatient() {
    return new Refusal(RefusalCode.PATIENT_ERASED, "This patient was erased.");
  }

  public RefusalCode code() {
    return details.code();
  }

  public RefusalDetails details() {
    return details;
  }
}
