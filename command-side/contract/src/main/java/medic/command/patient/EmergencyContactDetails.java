package medic.command.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import medic.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Whom to call. */
public record EmergencyContactDetails(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 50) @PhoneNumber String phone,
    @Nullable @Size(max = 200) String relationship) {}
