package medic.sagas.messages.notices;

import java.time.Clock;
import java.time.Instant;
import medic.command.Actor;
import medic.events.appointment.AppointmentEvent;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.outbox.Absence;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.NotifiedAppointment;
import medic.sagas.messages.outbox.NotifiedAppointments;
import medic.sagas.messages.outbox.Outbox;
import medic.sagas.messages.sending.CallTable;
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

  private final NotifiedAppointments visits;
  private final Outbox dispatches;
  private final CallTable calls;
  private final Clock clock;

  public WhenVisitChangesThenNotify(
      NotifiedAppointments visits, Outbox dispatches, CallTable calls, Clock clock) {
    this.visits = visits;
    this.dispatches = dispatches;
    this.calls = calls;
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
      if (event.changesCourse()) {
        calls.withdrawOlder(event.appointmentId(), revision, "superseded");
      }
      visits
          .find(event.appointmentId())
          .filter(visit -> visit.revision() <= revision)
          .map(visit -> visit.asOf(revision))
          .ifPresent(
              visit ->
                  NoticePolicy.after(event, visit, Actor.from(metaData).type(), at, clock.instant())
                      .forEach(dispatches::enqueue));
    }
  }

  @EventHandler
  @DisallowReplay
  void on(VisitsHit hit, @SequenceNumber long sequence, @Timestamp Instant at) {
    var live =
        hit.visits().stream()
            .flatMap(visit -> visits.find(visit.appointmentId()).stream())
            .filter(NotifiedAppointment::isLive)
            .toList();
    NoticePolicy.after(hit, sequence, live, at, clock.instant()).forEach(dispatches::enqueue);
  }

  @EventHandler
  @DisallowReplay
  void on(VisitsRelieved relieved) {
    relieved.appointmentIds().forEach(visit -> dispatches.withdrawHit(visit, Absence::takenBack));
  }

  @EventHandler
  @DisallowReplay
  void on(HitVisitKept kept) {
    dispatches.withdrawHit(kept.appointmentId(), template -> Absence.KEPT);
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
