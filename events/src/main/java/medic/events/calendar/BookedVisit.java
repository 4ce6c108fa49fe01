package medic.events.calendar;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/** Whose a visit is, and when: [startsAt, endsAt), the last time it had where it is cancelled. */
public final class BookedVisit {

  private final DoctorId doctor;
  private final Instant startsAt;
  private final Instant endsAt;

  public BookedVisit(DoctorId doctor, Instant startsAt, Instant endsAt) {
    this.doctor = doctor;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }

  /**
   * What a visit's own events say, in their order; empty where they do not begin with a booking.
   */
  public static Optional<BookedVisit> after(Iterator<?> events) {
    BookedVisit visit = null;
    while (events.hasNext()) {
      visit = after(visit, events.next());
    }
    return Optional.ofNullable(visit);
  }

  private static @Nullable BookedVisit after(@Nullable BookedVisit before, Object event) {
    if (event instanceof AppointmentBooked booked) {
      return new BookedVisit(booked.doctorId(), booked.startsAt(), booked.endsAt());
    } else if (before != null && event instanceof AppointmentRescheduled moved) {
      return new BookedVisit(before.doctor, moved.startsAt(), moved.endsAt());
    }
    return before;
  }

  boolean isOf(DoctorId other) {
    return doctor.equals(other);
  }

  /** Whether [from, until) takes no time but the visit's. */
  boolean covers(Instant from, Instant until) {
    return !from.isBefore(startsAt) && !until.isAfter(endsAt);
  }
}
