package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A room for up to {@code capacity} visits at a time; {@code roomId} may be chosen by the client.
 */
@JsonIgnoreProperties({"locationId", "sharedBy", "closed", "version"})
public record RoomDetails(
    @Nullable RoomId roomId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Min(1) @Max(1000) Integer capacity,
    @Nullable Boolean virtual) {}
