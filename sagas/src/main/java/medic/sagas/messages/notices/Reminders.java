package medic.sagas.messages.notices;

import java.time.Clock;
import medic.events.id.AppointmentId;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.NotifiedAppointments;
import medic.sagas.messages.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Queues reminders of visits whose time has come. */
@Component
public class Reminders {

  private final NotifiedAppointments visits;
  private final Outbox dispatches;
  private final Clock clock;

  public Reminders(NotifiedAppointments visits, Outbox dispatches, Clock clock) {
    this.visits = visits;
    this.dispatches = dispatches;
    this.clock = clock;
  }

  /** Reminds of a visit, if it still stands as it did when the reminder was planned. */
  public void remindOf(AppointmentId appointment, int revision, String kind) {
    visits
        .find(appointment)
        .filter(visit -> visit.isLive() && visit.revision() == revision)
        .map(visit -> NoticePolicy.reminder(visit, kind, clock.instant()))
        .ifPresent(dispatches::enqueue);
  }
}
