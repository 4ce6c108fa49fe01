package medic.query.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The open slots of a range by start, and once for all of them what there is to show. After {@code
 * validUntil} a kept slot may be free again without anybody's doing.
 */
public record OpenSlotsView(
    DoctorId doctorId,
    String doctorName,
    OfferedType appointmentType,
    List<Place> locations,
    @JsonSerialize(using = SlotListWriter.class) List<SlotView> slots,
    @Nullable Instant validUntil) {

  /** The kind of visit asked for; the price is in minor units. */
  public record OfferedType(
      AppointmentTypeId appointmentTypeId,
      String name,
      @Nullable String description,
      int durationMinutes,
      @Nullable Long priceCents,
      @Nullable String currency,
      ConsultationMode consultationMode,
      boolean requiresConfirmation,
      boolean reasonRequired) {}

  /** A location of the doctor's. */
  public record Place(
      LocationId locationId,
      String name,
      @Nullable String address,
      @Nullable String city,
      ZoneId timezone) {}
}
