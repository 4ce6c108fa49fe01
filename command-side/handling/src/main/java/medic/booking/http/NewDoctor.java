package medic.booking.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import medic.contact.Email;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/** The body of a doctor's registration. */
record NewDoctor(
    @Nullable DoctorId doctorId,
    @NotBlank @Size(max = 200) String fullName,
    @NotBlank @Size(max = 200) String specialty,
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull ZoneId timezone,
    @Nullable @Valid LoginRequest login) {}
