package medic.query.availability;

import java.time.Instant;
import medic.events.appointment.ChangeObjection;
import medic.events.appointment.ChangeRules;
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
    visits.now(visit).ifPresent(found -> mustAllow(found, ChangeRules.of(terms), now));
  }

  private static void mustAllow(AppointmentView visit, ChangeRules rules, Instant now) {
    rules.toMove(visit.status(), visit.startsAt(), visit.rescheduleCount(), true, now).stream()
        .findFirst()
        .ifPresent(
            objection -> {
              throw refused(objection);
            });
  }

  private static QueryRefused refused(ChangeObjection objection) {
    return new QueryRefused(
        HttpStatus.UNPROCESSABLE_ENTITY, objection.code().name(), objection.detail());
  }
}
