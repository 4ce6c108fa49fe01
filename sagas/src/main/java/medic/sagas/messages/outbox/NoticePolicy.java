package medic.sagas.messages.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.calendar.CalendarEvent;
import medic.events.calendar.CalendarGrantBroken;
import medic.events.calendar.CalendarReadingJudged;
import medic.events.calendar.ReadingState;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisit;
import medic.events.doctor.VisitsHit;
import medic.events.id.TimeOffId;
import medic.events.notification.NotificationRecipient;

/**
 * Who is told what, and when. Patients hear of everything that changes their visit; doctors of what
 * a patient did that they have to act on.
 */
public final class NoticePolicy {

  /** So long an admin may mend a plan before patients hear that their doctor is away. */
  public static final Duration TIME_TO_MEND = Duration.ofHours(1);

  /** Where a payload says that the patient did not bring it about themselves. */
  static final String BY_PRACTICE = "byPractice";

  /** What happened longer ago is no news; it is met when an old log is read for the first time. */
  private static final Duration NEWS = Duration.ofDays(3);

  private NoticePolicy() {}

  /**
   * What to tell because of an event.
   *
   * @param visit the visit after the event
   * @param actor who did it
   */
  public static List<Notice> after(
      AppointmentEvent event, NotifiedAppointment visit, ActorType actor, Instant at, Instant now) {
    if (isOld(at, now)) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>();
    Map<String, Object> facts = facts(visit);
    boolean byPatient = actor == ActorType.PATIENT;
    if (!byPatient) {
      facts.put(BY_PRACTICE, true);
    }
    if (event instanceof AppointmentBooked) {
      boolean asked = visit.status() == AppointmentStatus.PENDING;
      notices.add(toPatient(asked ? Template.REQUESTED : Template.BOOKED, visit, facts, at));
      if (asked) {
        notices.add(toDoctor(Template.DOCTOR_REQUESTED, visit, facts, at));
      }
    } else if (event instanceof AppointmentConfirmed) {
      notices.add(toPatient(Template.CONFIRMED, visit, facts, at));
    } else if (event instanceof AppointmentDeclined declined && declined.cause() != null) {
      return unanswered(Template.UNANSWERED, Template.DOCTOR_UNANSWERED, visit, at);
    } else if (event instanceof AppointmentDeclined) {
      notices.add(toPatient(Template.DECLINED, visit, facts, at));
    } else if (event instanceof AppointmentMoveRequested move) {
      facts.putAll(times(move));
      notices.add(toPatient(Template.MOVE_REQUESTED, visit, facts, at));
      notices.add(toDoctor(Template.DOCTOR_MOVE_REQUESTED, visit, facts, at));
    } else if (event instanceof AppointmentMoveDeclined declined && declined.cause() != null) {
      return unanswered(Template.MOVE_UNANSWERED, Template.DOCTOR_MOVE_UNANSWERED, visit, at);
    } else if (event instanceof AppointmentMoveDeclined) {
      notices.add(toPatient(Template.MOVE_DECLINED, visit, facts, at));
    } else if (event instanceof AppointmentMoveWithdrawn && byPatient) {
      notices.add(toDoctor(Template.DOCTOR_MOVE_WITHDRAWN, visit, facts, at));
    } else if (event instanceof AppointmentRescheduled moved) {
      facts.put("previousStartsAt", moved.previousStartsAt().toString());
      notices.add(toPatient(Template.RESCHEDULED, visit, facts, at));
      if (byPatient) {
        notices.add(toDoctor(Template.DOCTOR_RESCHEDULED, visit, facts, at));
      }
    } else if (event instanceof AppointmentJoinLinkSet) {
      notices.add(toPatient(Template.JOIN_LINK, visit, facts, at));
    } else if (event instanceof AppointmentCancelled) {
      notices.add(toPatient(Template.CANCELLED, visit, facts, at));
      if (byPatient) {
        notices.add(toDoctor(Template.DOCTOR_CANCELLED, visit, facts, at));
      }
    }
    return notices;
  }

  /** Of what was asked for a time long gone, in an old log, nobody wants to hear. */
  private static List<Notice> unanswered(
      Template patients, Template doctors, NotifiedAppointment visit, Instant at) {
    Map<String, Object> facts = facts(visit);
    facts.put(BY_PRACTICE, true);
    return isOld(visit.startsAt(), at)
        ? List.of()
        : List.of(toPatient(patients, visit, facts, at), toDoctor(doctors, visit, facts, at));
  }

  /** Where the visit is asked to go, and where it is. */
  private static Map<String, Object> times(AppointmentMoveRequested move) {
    return Map.of(
        "startsAt", move.startsAt().toString(),
        "endsAt", move.endsAt().toString(),
        "previousStartsAt", move.currentStartsAt().toString(),
        "locationId", move.locationId().value().toString());
  }

  /**
   * Doctor and practice learn at once which visits are hit, each patient after a while, unless they
   * are to be told of the visit already.
   *
   * @param sequence the place of the event in the doctor's stream
   * @param live the visits of it that are to take place
   */
  public static List<Notice> after(
      VisitsHit hit, long sequence, List<NotifiedAppointment> live, Instant at, Instant now) {
    if (live.isEmpty() || isOld(at, now)) {
      return List.of();
    }
    boolean away = hit.kind() == HitKind.TIME_OFF;
    List<Notice> notices = new ArrayList<>();
    Map<String, Object> all =
        Map.of(
            "visits", live.stream().map(NoticePolicy::facts).toList(), Absence.APPROVAL, sequence);
    for (NotificationRecipient staff :
        List.of(NotificationRecipient.DOCTOR, NotificationRecipient.PRACTICE)) {
      notices.add(
          new Notice(
              away ? Template.VISITS_HIT : Template.VISITS_IN_TAKEN_TIME,
              staff,
              null,
              hit.doctorId(),
              null,
              away ? Math.toIntExact(sequence) : 0, // time off can be revised, and hit more
              away
                  ? Absence.cause(new TimeOffId(UUID.fromString(hit.cause())))
                  : Absence.cause(sequence),
              all,
              at));
    }
    live.stream()
        .filter(visit -> hit.visits().stream().anyMatch(one -> isNews(one, visit)))
        .map(visit -> toPatientOfHit(away, visit, sequence, at))
        .forEach(notices::add);
    return notices;
  }

  private static boolean isNews(HitVisit hit, NotifiedAppointment visit) {
    return hit.appointmentId().equals(visit.appointmentId()) && !hit.already();
  }

  private static Notice toPatientOfHit(
      boolean away, NotifiedAppointment visit, long sequence, Instant at) {
    Map<String, Object> facts = facts(visit);
    facts.put(Absence.APPROVAL, sequence);
    facts.put(BY_PRACTICE, true);
    return new Notice(
        away ? Template.DOCTOR_AWAY : Template.TIME_TAKEN,
        NotificationRecipient.PATIENT,
        visit.appointmentId(),
        visit.doctorId(),
        visit.patientId(),
        visit.revision(),
        Absence.cause(sequence),
        facts,
        at.plus(TIME_TO_MEND));
  }

  /** The doctor, who alone can connect the calendar again; told once each time it breaks. */
  public static List<Notice> after(
      CalendarGrantBroken broken, String calendar, Instant at, Instant now) {
    return isOld(at, now)
        ? List.of()
        : List.of(toOwner(Template.CALENDAR_BROKEN, broken, calendar, at));
  }

  /** The doctor, whose time it is that may be offered; of better news nobody hears. */
  public static List<Notice> after(
      CalendarReadingJudged judged, String calendar, Instant at, Instant now) {
    if (judged.state() == ReadingState.WELL || isOld(at, now)) {
      return List.of();
    }
    boolean failing = judged.state() == ReadingState.FAILING;
    return List.of(
        toOwner(
            failing ? Template.CALENDAR_FAILING : Template.CALENDAR_PARTIAL, judged, calendar, at));
  }

  private static Notice toOwner(
      Template template, CalendarEvent event, String calendar, Instant at) {
    return new Notice(
        template,
        NotificationRecipient.DOCTOR,
        null,
        event.doctorId(),
        null,
        0,
        "calendar-" + event.connectionId().value() + "-" + at,
        Map.of("calendar", calendar),
        at);
  }

  /**
   * A reminder of a visit.
   *
   * @param kind so many hours before, such as 24h
   */
  public static Notice reminder(NotifiedAppointment visit, String kind, Instant at) {
    return new Notice(
        Template.REMINDER,
        NotificationRecipient.PATIENT,
        visit.appointmentId(),
        visit.doctorId(),
        visit.patientId(),
        visit.revision(),
        kind,
        facts(visit),
        at);
  }

  /**
   * Asks staff to telephone a patient whom a message did not reach: the practice, or the doctor
   * where it has no address.
   */
  public static Notice callWanted(
      OutboxMessage unreached, NotificationRecipient staff, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    unreached.payload().properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
    return new Notice(
        Template.CALL_WANTED,
        staff,
        unreached.appointmentId(),
        unreached.doctorId(),
        unreached.patientId(),
        unreached.revision(),
        unreached.template().key() + unreached.cause() + "#" + unreached.round(),
        facts,
        at);
  }

  /** Is it too long ago to be news? */
  public static boolean isOld(Instant at, Instant now) {
    return at.plus(NEWS).isBefore(now);
  }

  private static Notice toPatient(
      Template template, NotifiedAppointment visit, Map<String, Object> facts, Instant at) {
    return about(template, NotificationRecipient.PATIENT, visit, facts, at);
  }

  private static Notice toDoctor(
      Template template, NotifiedAppointment visit, Map<String, Object> facts, Instant at) {
    return about(template, NotificationRecipient.DOCTOR, visit, facts, at);
  }

  private static Notice about(
      Template template,
      NotificationRecipient recipient,
      NotifiedAppointment visit,
      Map<String, Object> facts,
      Instant at) {
    return new Notice(
        template,
        recipient,
        visit.appointmentId(),
        visit.doctorId(),
        visit.patientId(),
        visit.revision(),
        "",
        facts,
        at);
  }

  private static Map<String, Object> facts(NotifiedAppointment visit) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("appointmentId", visit.appointmentId().value().toString());
    facts.put("appointmentTypeId", visit.typeId().value().toString());
    facts.put("locationId", visit.locationId().value().toString());
    facts.put("startsAt", visit.startsAt().toString());
    facts.put("endsAt", visit.endsAt().toString());
    facts.put("status", visit.status().name());
    facts.put("patientZone", visit.patientZone().getId());
    return facts;
  }
}
