package medic.query.availability;

import java.time.Instant;
import medic.availability.Availability;
import medic.availability.Interval;
import medic.availability.Occupancy;
import medic.availability.Slots;
import medic.availability.VisitRules;
import medic.events.id.AppointmentTypeId;
import medic.query.availability.CompiledSchedule.Offer;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's schedule and what takes time around a window, as read at one moment.
 *
 * @param nextExpiry when the first of the holds that count here ends by itself
 */
record DoctorTimes(CompiledSchedule schedule, Occupancy occupancy, @Nullable Instant nextExpiry) {

  private static final int EXTERNAL = 0;
  private static final int DOCTOR = 1;
  private static final int FIRST_ROOM = 2;

  Slots slots(AppointmentTypeId type, Interval window, Instant now) {
    return slots(schedule.offer(type), schedule.offer(type).rules(), window, now);
  }

  Slots slots(Offer offer, VisitRules rules, Interval window, Instant now) {
    return Availability.find(offer.hours(), occupancy, rules, window, now);
  }

  /** As the statement numbers calendars: external ones 0, the doctor 1, rooms from 2 on. */
  static Occupancy occupancy(
      CompiledSchedule schedule, Object[] calendars, Object[] froms, Object[] untils) {
    Occupancy.Builder occupancy = Occupancy.builder();
    for (int room = 0; room < schedule.rooms().size(); room++) {
      occupancy.room(room, schedule.capacity(room));
    }
    for (int i = 0; i < calendars.length; i++) {
      long from = (Long) froms[i];
      long until = (Long) untils[i];
      int calendar = (Integer) calendars[i];
      switch (calendar) {
        case EXTERNAL -> occupancy.busy(from, until);
        case DOCTOR -> occupancy.booked(from, until);
        default -> occupancy.roomTaken(calendar - FIRST_ROOM, from, until);
      }
    }
    return occupancy.build();
  }
}
