package medic.query.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Open slots by start.
 *
 * @param searchedUntil where the search stopped: with fewer slots than were asked for, there are no
 *     others before, and after it none that can be booked now; visits that can be booked without an
 *     end are looked for a year ahead
 */
public record NextOpenSlotsView(List<NextSlot> slots, Instant searchedUntil) {

  /** A slot with whose it is, where and for what. */
  public record NextSlot(
      Instant startsAt,
      Instant endsAt,
      DoctorId doctorId,
      String doctorName,
      String specialty,
      LocationId locationId,
      String locationName,
      @Nullable String city,
      ZoneId timezone,
      @Nullable RoomId roomId,
      AppointmentTypeId appointmentTypeId,
      String appointmentTypeName,
      ConsultationMode consultationMode,
      @Nullable Long priceCents,
      @Nullable String currency,
      int capacityLeft) {}
}
