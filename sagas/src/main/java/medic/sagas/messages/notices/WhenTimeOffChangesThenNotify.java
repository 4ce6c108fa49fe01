package medic.sagas.messages.notices;

import java.time.Clock;
import java.time.Instant;
import medic.command.Actor;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.id.TimeOffId;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.Outbox;
import medic.sagas.messages.outbox.Template;
import medic.sagas.messages.outbox.TimeOffTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Tells doctor and practice of time off: asked for, granted, refused, given back. A replay notes it
 * anew and tells nobody.
 */
@Component
@ProcessingGroup(ContactBook.GROUP)
public class WhenTimeOffChangesThenNotify {

  private final TimeOffTable timeOffs;
  private final Outbox dispatches;
  private final Clock clock;

  public WhenTimeOffChangesThenNotify(TimeOffTable timeOffs, Outbox dispatches, Clock clock) {
    this.timeOffs = timeOffs;
    this.dispatches = dispatches;
    this.clock = clock;
  }

  /** Where an event stands, when it was stored and by whom. */
  private record Stored(long sequence, Instant at, MetaData metaData) {}

  @EventHandler
  void on(
      TimeOffRequested asked,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData,
      ReplayStatus replay) {
    timeOffs.evolve(asked);
    if (!replay.isReplay()) {
      Stored stored = new Stored(sequence, at, metaData);
      tell(Template.TIME_OFF_REQUESTED, asked, asked.timeOffId(), stored);
    }
  }

  /** Other times are asked for, or granted, anew. */
  @EventHandler
  void on(
      TimeOffRevised revised,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData,
      ReplayStatus replay) {
    timeOffs.evolve(revised);
    if (!replay.isReplay()) {
      Template step = revised.approved() ? Template.TIME_OFF_APPROVED : Template.TIME_OFF_REQUESTED;
      tell(step, revised, revised.timeOffId(), new Stored(sequence, at, metaData));
    }
  }

  @EventHandler
  @DisallowReplay
  void on(
      TimeOffApproved granted,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData) {
    Stored stored = new Stored(sequence, at, metaData);
    tell(Template.TIME_OFF_APPROVED, granted, granted.timeOffId(), stored);
  }

  @EventHandler
  void on(
      TimeOffRejected refused,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData,
      ReplayStatus replay) {
    timeOffs.note(refused.doctorId(), refused.timeOffId(), refused.reason());
    if (!replay.isReplay()) {
      Stored stored = new Stored(sequence, at, metaData);
      tell(Template.TIME_OFF_REJECTED, refused, refused.timeOffId(), stored);
    }
  }

  @EventHandler
  void on(
      TimeOffCancelled back,
      @SequenceNumber long sequence,
      @Timestamp Instant at,
      MetaData metaData,
      ReplayStatus replay) {
    timeOffs.note(back.doctorId(), back.timeOffId(), back.reason());
    if (!replay.isReplay()) {
      Stored stored = new Stored(sequence, at, metaData);
      tell(Template.TIME_OFF_CANCELLED, back, back.timeOffId(), stored);
    }
  }

  private void tell(Template step, DoctorScheduleEvent event, TimeOffId id, Stored stored) {
    if (NoticePolicy.isOld(stored.at(), clock.instant())) {
      return;
    }
    timeOffs
        .find(event.doctorId(), id)
        .ifPresent(
            timeOff ->
                TimeOffNotices.of(
                        step,
                        timeOff,
                        stored.sequence(),
                        Actor.from(stored.metaData()).type(),
                        stored.at())
                    .forEach(dispatches::enqueue));
  }

  @ResetHandler
  void reset() {
    timeOffs.forget();
  }
}
