package medic.booking.schedule;

import medic.events.appointment.AppointmentBooked;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Whose visits are, as their first event says: of those that are over or cancelled, too. */
record VisitOwners(EventStore events) {

  /** Whether a visit is this doctor's; so is one that nobody knows here, for it must not block. */
  boolean isOf(DoctorId doctor, AppointmentId visit) {
    DomainEventStream stream = events.readEvents(visit.toString(), 0);
    return !stream.hasNext()
        || !(stream.next().getPayload() instanceof AppointmentBooked booked)
        || booked.doctorId().equals(doctor);
  }
}
