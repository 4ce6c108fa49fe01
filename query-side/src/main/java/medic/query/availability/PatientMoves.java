package medic.query.availability;

import java.time.Instant;
import medic.availability.ChangeRules;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.AppointmentId;
import medic.query.QueryRefused;
import medic.query.appointments.AppointmentView;
import medic.query.appointments.AppointmentViews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether a patient can move a visit at all: a move that is refused anywhere is offered nowhere.
 */
@Component
class PatientMoves {

  private final AppointmentViews visits;

  PatientMoves(AppointmentViews visits) {
    this.visits = visits;
  }

  /**
   * @throws QueryRefused with the code that the move would be refused with
   */
  void mustAllow(AppointmentId visit, AppointmentTerms terms, Instant now) {
    visits.now(visit).ifPresent(found -> mustAllow(found, terms, now));
  }

  private static void mustAllow(AppointmentView visit, AppointmentTerms terms, Instant now) {
    ChangeRules rules =
        new ChangeRules(
            terms.allowPatientReschedule(), terms.minNoticeMinutes(), terms.maxRescheduleCount());
    if (!rules.movedByPatients()) {
      throw refused("RESCHEDULE_NOT_ALLOWED", "Only the practice can move this visit.");
    }
    if (rules.isMovedOften(visit.rescheduleCount())) {
      throw refused(
          "RESCHEDULE_LIMIT_REACHED",
          "This visit was moved " + visit.rescheduleCount() + " times and cannot be moved again.");
    }
    boolean isBound = visit.status() != AppointmentStatus.PENDING;
    if (isBound && rules.isTooLate(visit.startsAt(), now)) {
      throw refused(
          "TOO_SHORT_NOTICE",
          "It is too late to change this visit here. Please call the practice.");
    }
  }

  private static QueryRefused refused(String code, String detail) {
    return new QueryRefused(HttpStatus.UNPROCESSABLE_ENTITY, code, detail);
  }
}
