package medic.booking.patient;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.booking.occupancy.Reservation;
import medic.booking.occupancy.Reservations;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.PatientCalendarId;
import medic.events.id.PatientId;
import medic.events.patient.PatientCalendarClosed;
import medic.events.patient.PatientCalendarOpened;
import medic.events.patient.PatientContactNoted;
import medic.events.patient.PatientEvent;
import medic.events.patient.PatientMoveReleased;
import medic.events.patient.PatientMoveReserved;
import medic.events.patient.PatientVisitDropped;
import medic.events.patient.PatientVisitPlanned;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Which visits a patient has, with whichever doctor, and how they can be reached. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class PatientCalendar {

  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  @AggregateIdentifier private @Nullable PatientCalendarId id;
  private @Nullable PatientId patientId;
  private boolean hasPhone;
  private boolean hasEmail;
  private boolean closed;
  private @Nullable Instant lastVisitOver;
  private Reservations visits = new Reservations();

  /** Kept for visits that the patient asks to move there; named as the visits are. */
  private Reservations moves = new Reservations();

  PatientCalendar() {}

  public static PatientCalendarId idOf(PatientId patient) {
    return new PatientCalendarId(patient.value());
  }

  static PatientCalendar open(PatientId patient, boolean hasEmail, boolean hasPhone) {
    AggregateLifecycle.apply(new PatientCalendarOpened(patient, hasEmail, hasPhone));
    return new PatientCalendar();
  }

  void noteContact(boolean email, boolean phone) {
    if (email != hasEmail || phone != hasPhone) {
      AggregateLifecycle.apply(new PatientContactNoted(patient(), email, phone));
    }
  }

  /** A patient with visits to come, or seen within the time to keep data for, is not erased. */
  void mustBeOver(Instant now, Period retention) {
    if (Stream.of(visits, moves)
        .flatMap(kept -> kept.overlapping(Interval.of(now, FOREVER), now, Set.of()))
        .findAny()
        .isPresent()) {
      throw new Refusal(
          RefusalCode.VISITS_TO_COME, "This patient has visits to come. Cancel them first.");
    }
    visits
        .lastOverBy(now)
        .or(() -> Optional.ofNullable(lastVisitOver))
        .ifPresent(last -> mustBePast(last, retention, now));
  }

  private static void mustBePast(Instant last, Period retention, Instant now) {
    Instant kept = last.atZone(ZoneOffset.UTC).plus(retention).toInstant();
    if (kept.isAfter(now)) {
      throw new Refusal(
          RefusalCode.RETENTION_PERIOD, "This patient's data must be kept until " + kept + ".");
    }
  }

  void close() {
    AggregateLifecycle.apply(new PatientCalendarClosed(patient()));
  }

  boolean isErased() {
    return closed;
  }

  /** Nothing new is kept of a patient who was erased, whether or not their key is there still. */
  public void mustNotBeErased() {
    if (isErased()) {
      throw Refusal.erasedPatient();
    }
  }

  /** Refuses when the patient is elsewhere then. A patient needs no buffers. */
  public void mustBeFree(Interval visit, Instant now, Set<String> ignored) {
    mustNotBeErased();
    if (!visits.haveRoomFor(visit, 1, now, ignored) || !moves.haveRoomFor(visit, 1, now, ignored)) {
      throw new Refusal(RefusalCode.PATIENT_BUSY, "The patient has another visit at that time.");
    }
  }

  /** A patient who books for themselves may have only so many appointments to come. */
  public void mustHaveFewerOpenThan(int limit, Instant now) {
    if (visits.overlapping(Interval.of(now, FOREVER), now, Set.of()).count() >= limit) {
      throw new Refusal(
          RefusalCode.TOO_MANY_OPEN_APPOINTMENTS,
          "You have as many appointments to come as one may book: cancel one, or ask the"
              + " practice.");
    }
  }

  /** Nobody can be called who gave no number. */
  public void mustBeReachableFor(ConsultationMode mode) {
    if (mode == ConsultationMode.PHONE && !hasPhone) {
      throw new Refusal(
          RefusalCode.CONTACT_MISSING, "A visit by phone needs the patient's number.", "phone");
    }
  }

  public void plan(AppointmentId appointment, Instant startsAt, Instant endsAt) {
    AggregateLifecycle.apply(new PatientVisitPlanned(patient(), appointment, startsAt, endsAt));
  }

  public void drop(AppointmentId appointment) {
    AggregateLifecycle.apply(new PatientVisitDropped(patient(), appointment));
  }

  /** Keeps a time for the move of a visit, in place of one that was kept for it before. */
  public void reserveMove(AppointmentId appointment, Instant startsAt, Instant endsAt) {
    AggregateLifecycle.apply(new PatientMoveReserved(patient(), appointment, startsAt, endsAt));
  }

  public void releaseMove(AppointmentId appointment) {
    if (moves.of(appointment.toString()) != null) {
      AggregateLifecycle.apply(new PatientMoveReleased(patient(), appointment));
    }
  }

  @EventSourcingHandler
  void evolve(PatientEvent event, @Timestamp Instant at) {
    patientId = event.patientId();
    id = idOf(event.patientId());
    if (event instanceof PatientCalendarOpened opened) {
      hasEmail = opened.hasEmail();
      hasPhone = opened.hasPhone();
    } else if (event instanceof PatientContactNoted noted) {
      hasEmail = noted.hasEmail();
      hasPhone = noted.hasPhone();
    } else if (event instanceof PatientCalendarClosed) {
      closed = true;
    } else if (event instanceof PatientVisitPlanned v) {
      visits.put(new Reservation(v.appointmentId().toString(), v.startsAt(), v.endsAt(), null));
    } else if (event instanceof PatientVisitDropped dropped) {
      visits.remove(dropped.appointmentId().toString());
    } else if (event instanceof PatientMoveReserved m) {
      moves.put(new Reservation(m.appointmentId().toString(), m.startsAt(), m.endsAt(), null));
    } else if (event instanceof PatientMoveReleased released) {
      moves.remove(released.appointmentId().toString());
    }
    moves.dropOverBefore(at);
    visits.dropOverBefore(at).ifPresent(over -> lastVisitOver = over);
  }

  private PatientId patient() {
    return Objects.requireNonNull(patientId);
  }
}
