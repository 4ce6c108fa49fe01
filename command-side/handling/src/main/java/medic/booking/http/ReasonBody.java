package medic.booking.http;

import jakarta.validation.constraints.Size;
import medic.contact.Paragraphs;
import org.jspecify.annotations.Nullable;

/** The body of a step that may be given a reason. */
record ReasonBody(@Nullable @Size(max = 1000) @Paragraphs String reason) {

  static @Nullable String of(@Nullable ReasonBody body) {
    return body == null ? null : body.reason();
  }
}
