package medic.query.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import medic.http.AboutPatient;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Period;
import medic.query.names.NamesProjection;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/appointments/{appointmentId}[?asOf=instant]} and {@code
 * .../changes?from=instant[&to=instant]}.
 */
@RestController
@ReadModel({AppointmentsProjection.GROUP, NamesProjection.GROUP})
class AppointmentEndpoint {

  private final Questions questions;
  private final Clock clock;

  AppointmentEndpoint(Questions questions, Clock clock) {
    this.questions = questions;
    this.clock = clock;
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
    return appointment(appointmentId, at, caller);
  }

  @GetMapping("/api/appointments/{appointmentId}/changes")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  AboutPatient<ChangesView> changes(
      @PathVariable AppointmentId appointmentId,
      @RequestParam String from,
      @RequestParam @Nullable String to,
      Caller caller) {
    Period period = Period.parse(from, to, clock.instant());
    PatientId patient = appointment(appointmentId, period.to(), caller).patientId();
    return questions
        .askForOne(new FindAppointmentChanges(appointmentId, period), ChangesView.class)
        .map(changes -> new AboutPatient<>(patient, changes))
        .orElseThrow(() -> ApiException.notFound("appointment"));
  }

  private AppointmentView appointment(AppointmentId id, @Nullable Instant asOf, Caller caller) {
    return questions
        .askForOne(new FindAppointment(id, asOf), AppointmentView.class)
        .filter(found -> caller.mayRead(found.doctorId(), found.patientId()))
        .orElseThrow(() -> ApiException.notFound("appointment"));
  }
}
