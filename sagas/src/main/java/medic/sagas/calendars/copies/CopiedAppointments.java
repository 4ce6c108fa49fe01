package medic.sagas.calendars.copies;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import medic.events.appointment.AppointmentEvent;
import medic.events.calendar.BookedVisit;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.SlotBooked;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.personal.Value;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads visits from their events, as they stand at this moment. */
@Component
class CopiedAppointments {

  private final EventStore events;

  CopiedAppointments(EventStore events) {
    this.events = events;
  }

  Optional<CopiedAppointment> find(AppointmentId id) {
    CopiedAppointment visit = null;
    DomainEventStream stream = events.readEvents(id.toString());
    while (stream.hasNext()) {
      DomainEventMessage<?> message = stream.next();
      if (message.getPayload() instanceof AppointmentEvent event) {
        visit = CopiedAppointment.after(visit, event, message.getSequenceNumber());
      }
    }
    return Optional.ofNullable(visit);
  }

  Optional<BookedVisit> booked(AppointmentId id) {
    return find(id).map(v -> new BookedVisit(v.doctorId(), v.startsAt(), v.endsAt()));
  }

  /** The visits that take a doctor's time and are not over: read whole, when a calendar is new. */
  Set<AppointmentId> upcoming(DoctorId doctor, Instant now) {
    Map<AppointmentId, Instant> endsAt = new HashMap<>();
    DomainEventStream stream = events.readEvents(doctor.toString(), 0);
    while (stream.hasNext()) {
      Object event = stream.next().getPayload();
      if (event instanceof SlotBooked booked) {
        endsAt.put(booked.appointmentId(), booked.endsAt());
      } else if (event instanceof BookedSlotFreed freed) {
        endsAt.remove(freed.appointmentId());
      }
    }
    endsAt.values().removeIf(end -> end.isBefore(now));
    return endsAt.keySet();
  }

  /** The patient's name, unless they were erased. */
  Optional<String> patientName(PatientId patient) {
    Personal<PatientProfile> profile = null;
    DomainEventStream stream = events.readEvents(patient.toString());
    while (stream.hasNext()) {
      profile = profileOf(stream.next().getPayload(), profile);
    }
    return profile != null && profile.open() instanceof Value.Present<PatientProfile> present
        ? Optional.of(present.value().fullName())
        : Optional.empty();
  }

  private static @Nullable Personal<PatientProfile> profileOf(
      Object event, @Nullable Personal<PatientProfile> before) {
    if (event instanceof PatientRegistered registered) {
      return registered.profile();
    }
    return event instanceof PatientProfileRevised revised ? revised.profile() : before;
  }
}
