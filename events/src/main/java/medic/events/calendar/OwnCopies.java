package medic.events.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a doctor's calendar are copies of their own visits: those take no time, for the
 * visit takes it. What a doctor has as a colleague's patient takes their time like any other entry.
 */
public final class OwnCopies {

  private final DoctorId doctor;
  private final Function<AppointmentId, Optional<BookedVisit>> visits;

  /**
   * @param visits what is known of a visit, over and cancelled ones too; empty where it is unknown
   */
  public OwnCopies(DoctorId doctor, Function<AppointmentId, Optional<BookedVisit>> visits) {
    this.doctor = doctor;
    this.visits = visits;
  }

  /**
   * Whether an entry is one. A visit that nobody knows must not block: its entry is one. Of a
   * series that somebody made of a copy only what lies within the visit's own time is: the rest is
   * time that the doctor has taken for something else.
   *
   * @param startsAt with {@code endsAt} when it is; null where it is deleted
   */
  public boolean include(String name, @Nullable Instant startsAt, @Nullable Instant endsAt) {
    AppointmentId behind = CalendarIdentity.appointmentBehind(name);
    if (behind == null) {
      return false;
    }
    Optional<BookedVisit> visit = visits.apply(behind);
    if (CalendarIdentity.isInstance(name)) {
      return startsAt != null
          && endsAt != null
          && visit.filter(v -> v.isOf(doctor) && v.covers(startsAt, endsAt)).isPresent();
    }
    return visit.map(v -> v.isOf(doctor)).orElse(true);
  }
}
