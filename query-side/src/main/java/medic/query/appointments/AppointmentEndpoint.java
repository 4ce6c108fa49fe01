package medic.query.appointments;

import java.time.Instant;
import java.time.ZoneOffset;
import medic.events.id.AppointmentId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.Questions;
import medic.query.ReadModel;
import medic.query.TimeBound;
import medic.query.names.NamesProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/appointments/{appointmentId}[?asOf=instant]}. */
@RestController
@ReadModel({AppointmentsProjection.GROUP, NamesProjection.GROUP})
class AppointmentEndpoint {

  private final Questions questions;

  AppointmentEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/appointments/{appointmentId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  AppointmentView appointment(
      @PathVariable AppointmentId appointmentId,
      @RequestParam @Nullable String asOf,
      Caller caller) {
    TimeBound time = TimeBound.parse("asOf", asOf);
    Instant at = time == null ? null : time.endIn(ZoneOffset.UTC);
    return questions
        .askForOne(new FindAppointment(appointmentId, at), AppointmentView.class)
        .filter(found -> caller.mayRead(found.doctorId(), found.patientId()))
        .orElseThrow(() -> ApiException.notFound("appointment"));
  }
}
