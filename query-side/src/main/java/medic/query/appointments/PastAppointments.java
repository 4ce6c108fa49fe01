package medic.query.appointments;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import medic.events.appointment.AppointmentEvent;
import medic.events.id.AppointmentId;
import medic.query.audit.changes.Changes;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Evolution;
import medic.query.audit.changes.Period;
import medic.query.rows.RowValues;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as they stood, folded from their events. */
@Component
class PastAppointments {

  private final EventStore events;
  private final AppointmentFold fold;
  private final AppointmentViews views;
  private final Changes changes;

  PastAppointments(
      EventStore events, AppointmentFold fold, AppointmentViews views, Changes changes) {
    this.events = events;
    this.fold = fold;
    this.views = views;
    this.changes = changes;
  }

  /** As it stood at an instant, that instant included. */
  Optional<AppointmentView> asOf(AppointmentId id, Instant time) {
    Past past = new Past();
    until(id, time).forEach(past::evolve);
    return views.of(past.columns);
  }

  Optional<ChangesView> changes(AppointmentId id, Period period) {
    return changes.in(period, until(id, period.to()), new Past());
  }

  private Stream<? extends DomainEventMessage<?>> until(AppointmentId id, Instant time) {
    return events
        .readEvents(id.toString())
        .asStream()
        .filter(message -> !message.getTimestamp().isAfter(time));
  }

  private final class Past implements Evolution {

    private final RowValues columns = RowValues.none();

    @Override
    public boolean evolve(EventMessage<?> message) {
      if (message.getPayload() instanceof AppointmentEvent event) {
        columns.merge(fold.columns(event, message.getTimestamp()));
        return true;
      }
      return false;
    }

    @Override
    public @Nullable Object shown() {
      return views.of(columns).orElse(null);
    }
  }
}
