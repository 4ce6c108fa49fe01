package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import medic.contact.Paragraphs;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * A place of work; {@code locationId} may be chosen by the client. Latitude and longitude in
 * degrees (WGS 84).
 */
@JsonIgnoreProperties({"closed", "version"})
public record LocationDetails(
    @Nullable LocationId locationId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 500) @Paragraphs String address,
    @Nullable @Size(max = 200) String city,
    @Nullable @Size(max = 200) String country,
    @NotNull ZoneId timezone,
    @Nullable @DecimalMin("-90") @DecimalMax("90") Double lat,
    @Nullable @DecimalMin("-180") @DecimalMax("180") Double lng,
    @Nullable Boolean primary) {}
