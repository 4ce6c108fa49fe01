package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import medic.contact.Paragraphs;
import medic.contact.PhoneNumber;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a kind of visit: lengths in minutes, price in minor units. Left out, it is active,
 * patients may move it, and there is no limit ahead or of moves.
 *
 * @param joinUrl where a video visit is joined: https, with {@code {appointmentId}} in the place of
 *     the visit's id
 * @param callNumber where a patient calls for a phone visit; without it the practice calls
 * @param reasonRequired whether it is booked with a reason only; left out, it is not
 * @param whatToBring what the patient is to bring or to note, told in messages
 */
@JsonIgnoreProperties({"withdrawn", "version"})
public record AppointmentTypeDetails(
    @Nullable AppointmentTypeId appointmentTypeId,
    @NotBlank
        @Size(max = 100)
        @Pattern(
            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
            message = "must be lower-case words joined by hyphens")
        String slug,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 2000) @Paragraphs String description,
    @NotNull @Min(1) @Max(1440) Integer durationMinutes,
    @Nullable @Min(0) @Max(1440) Integer bufferBeforeMinutes,
    @Nullable @Min(0) @Max(1440) Integer bufferAfterMinutes,
    @Nullable @Min(0) @Max(1_000_000_000) Long priceCents,
    @Nullable @CurrencyCode String currency,
    @NotNull ConsultationMode consultationMode,
    @Nullable @Size(max = 100) List<@NotNull LocationId> locationIds,
    @Nullable LocationId defaultLocationId,
    @Nullable RoomId defaultRoomId,
    @Nullable Boolean active,
    @Nullable Boolean allowPatientReschedule,
    @Nullable @Min(0) @Max(525_600) Integer minNoticeMinutes,
    @Nullable @Min(0) @Max(3650) Integer maxFutureDays,
    @Nullable @Min(0) @Max(1000) Integer maxRescheduleCount,
    @Nullable Boolean requiresConfirmation,
    @Nullable @Size(max = 300) @JoinUrl(template = true) String joinUrl,
    @Nullable @PhoneNumber String callNumber,
    @Nullable @Size(max = 500) String whatToBring,
    @Nullable Boolean reasonRequired) {}
