package medic.booking.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import medic.contact.Paragraphs;

/** The body of a step that must be given a reason. */
record GivenReason(@NotBlank @Size(max = 1000) @Paragraphs String reason) {}
