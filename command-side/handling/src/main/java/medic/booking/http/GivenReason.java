package medic.booking.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a step that must be given a reason. */
record GivenReason(@NotBlank @Size(max = 1000) String reason) {}
