package medic.sagas.notifications;

import java.time.Clock;
import java.time.Instant;
import medic.command.Actor;
import medic.events.appointment.AppointmentEvent;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.sagas.contacts.ContactBook;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Asks the policy whom an event concerns, and queues what is to be told. A replay tells nobody. */
@Component
@ProcessingGroup(ContactBook.GROUP)
public class WhenVisitChangesThenNotify {

  private final Visits visits;
  private final Dispatches dispatches;
  private final Clock clock;

  public WhenVisitChangesThenNotify(Visits visits, Dispatches dispatches, Clock clock) {
    this.visits = visits;
    this.dispatches = dispatches;
    this.clock = clock;
  }

  @EventHandler
  void on(
      AppointmentEvent event,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData,
      ReplayStatus replay) {
    int revision = Math.toIntExact(sequence);
    visits.evolve(event, revision);
    if (!replay.isReplay()) {
      visits
          .find(event.appointmentId())
          .filter(visit -> visit.revision() == revision)
          .ifPresent(
              visit ->
                  NoticePolicy.after(event, visit, Actor.from(metaData).type(), at, clock.instant())
                      .forEach(dispatches::enqueue));
    }
  }

  @EventHandler
  @DisallowReplay
  void on(TimeOffApproved away, @SequenceNumber long sequence, @Timestamp Instant at) {
    var hit = visits.liveDuring(away.doctorId(), away.startsAt(), away.endsAt());
    NoticePolicy.after(away, sequence, hit, at, clock.instant()).forEach(dispatches::enqueue);
  }

  /** Nobody need hear of an absence that is called off before they were told. */
  @EventHandler
  @DisallowReplay
  void on(TimeOffCancelled back) {
    dispatches.withdraw(Absence.cause(back.timeOffId()), Absence.CALLED_OFF);
  }

  @ResetHandler
  void reset() {
    visits.forget();
  }
}
