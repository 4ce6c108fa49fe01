package medic.app.practicefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import medic.contact.Email;

/** A doctor's own fields in a practice file. */
record DoctorFields(
    @NotBlank @Size(max = 200) String fullName,
    @NotBlank @Size(max = 200) String specialty,
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull ZoneId timezone) {}
