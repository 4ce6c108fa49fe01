package medic.sagas.reminders;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfileRevised;
import medic.personal.Value;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.contacts.ReadableProfiles;
import medic.sagas.messages.notices.Reminders;
import medic.sagas.reminders.ReminderPlan.Reminder;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of one visit, by deadlines that outlive the process. They are set while the visit is
 * confirmed, set anew when it moves or the patient wishes otherwise, and taken back when it ends.
 */
@Saga
@ProcessingGroup(ContactBook.GROUP)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class ReminderSaga {

  static final String DEADLINE = "reminder-due";
  private static final String APPOINTMENT = "appointmentId";
  private static final String PATIENT = "patientId";

  private @Nullable AppointmentId appointmentId;
  private @Nullable PatientId patientId;
  private @Nullable AppointmentTypeId typeId;
  private @Nullable ZoneId bookedIn;
  private Instant startsAt = Instant.EPOCH;
  private boolean confirmed;
  private int revision = -1;
  private Map<String, String> armed = new LinkedHashMap<>();
  private Set<String> given = new TreeSet<>();

  @StartSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentBooked booked,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    if (isKnown(sequence)) {
      return;
    }
    SagaLifecycle.associateWith(PATIENT, booked.patientId().toString());
    appointmentId = booked.appointmentId();
    patientId = booked.patientId();
    typeId = booked.appointmentTypeId();
    bookedIn = booked.patientTimezone();
    startsAt = booked.startsAt();
    confirmed = booked.status() == AppointmentStatus.CONFIRMED;
    rearm(sequence, plans, deadlines, clock);
  }

  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentConfirmed event,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    if (isKnown(sequence)) {
      return;
    }
    confirmed = true;
    rearm(sequence, plans, deadlines, clock);
  }

  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentRescheduled moved,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    if (isKnown(sequence)) {
      return;
    }
    startsAt = moved.startsAt();
    bookedIn = moved.patientTimezone() == null ? bookedIn : moved.patientTimezone();
    confirmed = moved.status() == AppointmentStatus.CONFIRMED;
    rearm(sequence, plans, deadlines, clock);
  }

  /** The time that holds is reminded of, whatever else is asked for. */
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentMoveRequested event,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    goOn(sequence, plans, deadlines, clock);
  }

  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentMoveDeclined event,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    goOn(sequence, plans, deadlines, clock);
  }

  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentMoveWithdrawn event,
      @SequenceNumber long sequence,
      ReminderPlans plans,
      DeadlineManager deadlines,
      Clock clock) {
    goOn(sequence, plans, deadlines, clock);
  }

  /** Other wishes count from now on; a kind that was given for this time is not given again. */
  @SagaEventHandler(associationProperty = PATIENT)
  public void on(
      PatientProfileRevised revised, ReminderPlans plans, DeadlineManager deadlines, Clock clock) {
    disarm(deadlines);
    ReadableProfiles.open(revised.profile()::open)
        .flatMap(Value::toOptional)
        .map(profile -> plans.of(profile, type(), zone()))
        .ifPresent(plan -> arm(plan, deadlines, clock.instant()));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentCancelled event, DeadlineManager deadlines) {
    disarm(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentDeclined event, DeadlineManager deadlines) {
    disarm(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentCompleted event, DeadlineManager deadlines) {
    disarm(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentMissed event, DeadlineManager deadlines) {
    disarm(deadlines);
  }

  /** A deadline that was set for an earlier event, or has fired before, reminds of nothing. */
  @DeadlineHandler(deadlineName = DEADLINE)
  public void remind(ReminderDue due, Reminders reminders) {
    if (due.revision() == revision && armed.remove(due.kind()) != null) {
      given.add(due.kind());
      reminders.remindOf(Objects.requireNonNull(appointmentId), revision, due.kind());
    }
  }

  /** An event that is delivered again changes nothing. */
  private boolean isKnown(long sequence) {
    return sequence <= revision;
  }

  private void rearm(long sequence, ReminderPlans plans, DeadlineManager deadlines, Clock clock) {
    given.clear();
    armAt(sequence, plans, deadlines, clock);
  }

  /** The visit has had an event that leaves its time: what was reminded of stays so. */
  private void goOn(long sequence, ReminderPlans plans, DeadlineManager deadlines, Clock clock) {
    if (!isKnown(sequence)) {
      armAt(sequence, plans, deadlines, clock);
    }
  }

  private void armAt(long sequence, ReminderPlans plans, DeadlineManager deadlines, Clock clock) {
    disarm(deadlines);
    revision = Math.toIntExact(sequence);
    Optional<ReminderPlan> plan = plans.of(Objects.requireNonNull(patientId), type(), zone());
    plan.ifPresent(known -> arm(known, deadlines, clock.instant()));
  }

  private void arm(ReminderPlan plan, DeadlineManager deadlines, Instant now) {
    if (confirmed) {
      for (Reminder reminder : plan.remindersOf(startsAt, now)) {
        if (!given.contains(reminder.kind())) {
          armed.put(
              reminder.kind(),
              deadlines.schedule(
                  reminder.at(), DEADLINE, new ReminderDue(revision, reminder.kind())));
        }
      }
    }
  }

  private void disarm(DeadlineManager deadlines) {
    armed.values().forEach(id -> deadlines.cancelSchedule(DEADLINE, id));
    armed.clear();
  }

  private AppointmentTypeId type() {
    return Objects.requireNonNull(typeId);
  }

  private ZoneId zone() {
    return Objects.requireNonNull(bookedIn);
  }
}
