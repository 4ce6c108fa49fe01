package medic.query.availability;

import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.appointments.AppointmentView;
import medic.query.appointments.FindAppointment;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Visits for which somebody looks for another time: those who may move it, and nobody else. */
@Component
class MovedVisits {

  private final Questions questions;

  MovedVisits(Questions questions) {
    this.questions = questions;
  }

  /** The visit to leave out; null where none is named. */
  @Nullable AppointmentId of(
      @Nullable AppointmentId id, DoctorId doctor, AppointmentTypeId type, Caller caller) {
    if (id == null) {
      return null;
    }
    AppointmentView visit =
        questions
            .askForOne(new FindAppointment(id, null), AppointmentView.class)
            .filter(found -> found.doctorId().equals(doctor) && mayMove(caller, found))
            .orElseThrow(() -> ApiException.notFound("appointment"));
    if (!visit.appointmentTypeId().equals(type)) {
      throw ApiException.badField(
          "appointmentTypeId", "TYPE_MISMATCH", "A visit stays of its kind when it is moved.");
    }
    return id;
  }

  private static boolean mayMove(Caller caller, AppointmentView visit) {
    return caller.role() != Role.AUDITOR && caller.mayRead(visit.doctorId(), visit.patientId());
  }
}
