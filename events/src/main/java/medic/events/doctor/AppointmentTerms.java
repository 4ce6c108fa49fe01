package medic.events.doctor;

import java.util.List;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a kind of visit. Lengths are minutes, the price is in minor units of an ISO 4217
 * currency; no {@code maxFutureDays} or {@code maxRescheduleCount} means no limit, no {@code
 * locationIds} means every location.
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
    boolean requiresConfirmation) {}
