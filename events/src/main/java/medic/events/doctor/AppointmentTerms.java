package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a kind of visit. Lengths are minutes, the price is in minor units of an ISO 4217
 * currency; no {@code maxFutureDays} or {@code maxRescheduleCount} means no limit, no {@code
 * locationIds} means every location. A video visit is joined at {@code joinUrl}, https, with {@code
 * appointmentId} in braces in the place of its id. For a phone visit the patient calls {@code
 * callNumber}, as it was typed; without it the practice calls. {@code whatToBring} is a line for
 * the patient.
 */
public record AppointmentTerms(
    String slug,
    String name,
    @Nullable String description,
    int durationMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    @Nullable Long priceCents,
    @Nullable String currency,
    ConsultationMode consultationMode,
    List<LocationId> locationIds,
    @Nullable LocationId defaultLocationId,
    @Nullable RoomId defaultRoomId,
    boolean active,
    boolean allowPatientReschedule,
    int minNoticeMinutes,
    @Nullable Integer maxFutureDays,
    @Nullable Integer maxRescheduleCount,
    boolean requiresConfirmation,
    @JsonInclude(Include.NON_NULL) @Nullable String joinUrl,
    @JsonInclude(Include.NON_NULL) @Nullable String callNumber,
    @JsonInclude(Include.NON_NULL) @Nullable String whatToBring,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean reasonRequired) {

  /** Is it booked with a reason only? Where nothing is said, without. */
  public boolean asksForReason() {
    return Boolean.TRUE.equals(reasonRequired);
  }
}
