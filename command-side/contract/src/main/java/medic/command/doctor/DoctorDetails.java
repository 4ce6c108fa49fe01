package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import medic.contact.Email;
import medic.contact.PhoneNumber;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/** Who a doctor is, and how the practice reaches them. */
@JsonIgnoreProperties({"left", "version"})
public record DoctorDetails(
    @Nullable DoctorId doctorId,
    @NotBlank @Size(max = 200) String fullName,
    @NotBlank @Size(max = 200) String specialty,
    @NotBlank @Email @Size(max = 254) String email,
    @Nullable @PhoneNumber String phone,
    @NotNull ZoneId timezone) {}
