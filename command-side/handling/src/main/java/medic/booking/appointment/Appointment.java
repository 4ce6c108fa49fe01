package medic.booking.appointment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import medic.booking.deciding.AnsweredRequests;
import medic.booking.patient.Remarks;
import medic.booking.schedule.AgreedSlot;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.RequestedMove;
import medic.events.ActorType;
import medic.events.Remark;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentLeftAsIs;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentReopened;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.DeclineCause;
import medic.events.appointment.OverriddenRule;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import medic.personal.Value;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one visit: pending, confirmed, declined, cancelled, completed, no-show. A
 * confirmed one may be asked to be moved, and is where it is until that is answered. It remembers
 * the keys of the requests it has answered, so that a repeated one changes nothing.
 */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class Appointment {

  @AggregateIdentifier private @Nullable AppointmentId id;
  private @Nullable AppointmentState state;
  private @Nullable Personal<Remark> joinLink;
  private AnsweredRequests answered = new AnsweredRequests();

  Appointment() {}

  static Appointment book(AppointmentBooked booked) {
    AggregateLifecycle.apply(booked);
    return new Appointment();
  }

  void confirm(@Nullable String reason, Instant now) {
    StepRules.mustConfirm(state(), now);
    AggregateLifecycle.apply(new AppointmentConfirmed(key(), doctor(), patient(), said(reason)));
  }

  void decline(@Nullable String reason, @Nullable DeclineCause cause) {
    StepRules.mustDecline(state());
    AggregateLifecycle.apply(
        new AppointmentDeclined(key(), doctor(), patient(), said(reason), cause));
  }

  void requestMove(AppointmentMoveRequested move) {
    AggregateLifecycle.apply(move);
  }

  /**
   * @param patientTimezone null where it stays
   */
  void acceptMove(@Nullable ZoneId patientTimezone, @Nullable String reason, Instant now) {
    StepRules.mustAskForMove(state(), "confirmed");
    StepRules.mustConfirm(state(), now);
    RequestedMove to = state().requestedMove();
    AggregateLifecycle.apply(
        new AppointmentRescheduled(
            key(),
            doctor(),
            patient(),
            to.locationId(),
            to.roomId(),
            to.startsAt(),
            to.endsAt(),
            state().startsAt(),
            state().endsAt(),
            status(),
            Objects.requireNonNull(state().moveZone()),
            state().rescheduleCount() + 1,
            said(reason),
            null,
            patientTimezone));
  }

  void declineMove(@Nullable String reason, @Nullable DeclineCause cause) {
    StepRules.mustAskForMove(state(), "declined");
    AggregateLifecycle.apply(
        new AppointmentMoveDeclined(key(), doctor(), patient(), said(reason), cause));
  }

  void withdrawMove(@Nullable String reason) {
    StepRules.mustAskForMove(state(), "withdrawn");
    AggregateLifecycle.apply(
        new AppointmentMoveWithdrawn(key(), doctor(), patient(), said(reason)));
  }

  /** What was asked for by the event of that number must still be unanswered. */
  void mustStillAsk(long asked) {
    if (state().asked() != asked) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION, "What was asked for was answered, or is no longer.");
    }
  }

  void cancel(ActorType by, @Nullable String reason) {
    StepRules.mustCancel(state());
    AggregateLifecycle.apply(
        new AppointmentCancelled(key(), doctor(), patient(), by, said(reason)));
  }

  void complete(@Nullable String reason, Instant now) {
    StepRules.mustComplete(state(), now);
    AggregateLifecycle.apply(new AppointmentCompleted(key(), doctor(), patient(), said(reason)));
  }

  void markNoShow(@Nullable String reason, Instant now) {
    StepRules.mustMarkNoShow(state(), now);
    AggregateLifecycle.apply(new AppointmentMissed(key(), doctor(), patient(), said(reason)));
  }

  void reopen(String reason) {
    StepRules.mustReopen(state());
    AggregateLifecycle.apply(new AppointmentReopened(key(), doctor(), patient(), said(reason)));
  }

  /** Set to what it is, nothing happens. */
  void setJoinLink(@Nullable String link, MetaData metaData) {
    StepRules.mustBeOpen(state(), "joined");
    if (state().outcome().consultationMode() != ConsultationMode.VIDEO) {
      throw new Refusal(RefusalCode.NOT_BY_VIDEO, "This visit is not by video: nobody joins it.");
    }
    if (Objects.equals(link, ownJoinLink())) {
      leaveAsIs(metaData);
    } else {
      AggregateLifecycle.apply(
          new AppointmentJoinLinkSet(key(), doctor(), patient(), status(), said(link)));
    }
  }

  /** What was asked for is so already: that is kept where the request is to be known again. */
  void leaveAsIs(MetaData metaData) {
    if (AnsweredRequests.isKeyed(metaData)) {
      AggregateLifecycle.apply(new AppointmentLeftAsIs(key(), doctor(), patient(), status()));
    }
  }

  private @Nullable String ownJoinLink() {
    return joinLink != null && joinLink.open() instanceof Value.Present<Remark> present
        ? present.value().text()
        : null;
  }

  /**
   * The visit stays as it is: pending or confirmed.
   *
   * @param patientTimezone null where it stays
   * @param counts whether it is one of the moves that the visit's type limits
   */
  void reschedule(
      AgreedSlot to,
      @Nullable ZoneId patientTimezone,
      boolean counts,
      @Nullable String reason,
      @Nullable List<OverriddenRule> overridden) {
    AppointmentState from = state();
    AggregateLifecycle.apply(
        new AppointmentRescheduled(
            key(),
            doctor(),
            patient(),
            to.locationId(),
            to.roomId(),
            to.startsAt(),
            to.endsAt(),
            from.startsAt(),
            from.endsAt(),
            status(),
            to.zone(),
            from.rescheduleCount() + (counts ? 1 : 0),
            said(reason),
            overridden,
            patientTimezone));
  }

  /**
   * Is this request yet to be answered? One from somebody whom the appointment does not concern is
   * refused, and so is a key that was used for another request.
   */
  boolean isNew(MetaData metaData) {
    if (!Actor.from(metaData).mayActFor(doctor(), patient())) {
      throw Refusal.unknown("appointment");
    }
    return !answered.contain(metaData);
  }

  @EventSourcingHandler
  void evolve(AppointmentEvent event, @SequenceNumber long number, MetaData metaData) {
    id = event.appointmentId();
    state = AppointmentState.after(state, event, number);
    if (event instanceof AppointmentJoinLinkSet linked) {
      joinLink = linked.joinLink();
    }
    answered.add(metaData);
  }

  AppointmentOutcome outcome() {
    return state().outcome();
  }

  AppointmentState state() {
    return Objects.requireNonNull(state);
  }

  private AppointmentStatus status() {
    return state().outcome().status();
  }

  private AppointmentId key() {
    return Objects.requireNonNull(id);
  }

  private DoctorId doctor() {
    return state().outcome().doctorId();
  }

  private PatientId patient() {
    return state().outcome().patientId();
  }

  private @Nullable Personal<Remark> said(@Nullable String reason) {
    return Remarks.of(patient(), reason);
  }
}
