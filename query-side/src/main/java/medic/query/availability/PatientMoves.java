package medic.query.availability;

import java.time.Instant;
import medic.events.appointment.ChangeObjection;
import medic.events.appointment.ChangeRules;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.AppointmentId;
import medic.query.appointments.AppointmentView;
import medic.query.appointments.AppointmentViews;
import medic.query.patients.PatientErasures;
import medic.query.web.QueryRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether a patient's visit can be moved at all: a move that is refused anywhere is offered
 * nowhere, with the code that it would be refused with.
 */
@Component
class PatientMoves {

  private final AppointmentViews visits;
  private final PatientErasures erased;

  PatientMoves(AppointmentViews visits, PatientErasures erased) {
    this.visits = visits;
    this.erased = erased;
  }

  /**
   * The visit that another time is looked for; null where none is, or where somebody looks back.
   *
   * @throws QueryRefused where nobody can move it
   */
  @Nullable AppointmentView movable(FindOpenSlots query) {
    AppointmentId id = query.without();
    AppointmentView visit = id == null || query.asOf() != null ? null : visits.now(id).orElse(null);
    if (visit != null) {
      ChangeObjection.toMoving(visit.status())
          .ifPresent(
              objection -> {
                throw refused(objection);
              });
      if (erased.include(visit.patientId())) {
        throw refused(ChangeObjection.ERASED);
      }
    }
    return visit;
  }

  /**
   * @throws QueryRefused where a patient cannot move it
   */
  static void mustBeMovedByPatient(AppointmentView visit, AppointmentTerms terms, Instant now) {
    ChangeRules.of(terms)
        .toMove(visit.status(), visit.startsAt(), visit.rescheduleCount(), true, now)
        .stream()
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
