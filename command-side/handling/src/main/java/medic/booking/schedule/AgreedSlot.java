package medic.booking.schedule;

import java.time.Instant;
import java.time.ZoneId;
import medic.availability.Interval;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A slot that the doctor's schedule agrees to.
 *
 * @param visit the visit itself
 * @param occupied the visit with its effective buffers
 * @param zone the location's
 */
public record AgreedSlot(
    AppointmentTypeId typeId,
    AppointmentTerms terms,
    LocationId locationId,
    @Nullable RoomId roomId,
    ZoneId zone,
    Interval visit,
    Interval occupied) {

  public Instant startsAt() {
    return visit.startsAt();
  }

  public Instant endsAt() {
    return visit.endsAt();
  }
}
