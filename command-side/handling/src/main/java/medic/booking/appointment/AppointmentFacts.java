package medic.booking.appointment;

import java.util.Optional;
import medic.events.appointment.AppointmentEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment's events say, without its lock: the calendars to lock before it can only be
 * learnt from the appointment itself. Whoever looks must compare again once all are locked.
 */
class AppointmentFacts {

  private final EventStore eventStore;

  AppointmentFacts(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  Optional<AppointmentState> of(Object appointment) {
    DomainEventStream stream = eventStore.readEvents(appointment.toString());
    @Nullable AppointmentState state = null;
    while (stream.hasNext()) {
      DomainEventMessage<?> message = stream.next();
      AppointmentEvent event = (AppointmentEvent) message.getPayload();
      state = AppointmentState.after(state, event, message.getSequenceNumber());
    }
    return Optional.ofNullable(state);
  }
}
