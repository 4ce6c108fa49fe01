package medic.query.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Role;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Period;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/doctors/{doctorId}[?asOf=instant]} and {@code
 * .../changes?from=instant[&to=instant]}.
 */
@RestController
@ReadModel(SchedulesProjection.GROUP)
class ScheduleEndpoint {

  private final Questions questions;
  private final Clock clock;

  ScheduleEndpoint(Questions questions, Clock clock) {
    this.questions = questions;
    this.clock = clock;
  }

  @GetMapping("/api/doctors/{doctorId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  ScheduleView schedule(@PathVariable DoctorId doctorId, @RequestParam @Nullable String asOf) {
    TimeBound time = TimeBound.parse("asOf", asOf);
    Instant at = time == null ? null : time.endIn(ZoneOffset.UTC);
    return questions
        .askForOne(new FindSchedule(doctorId, at), ScheduleView.class)
        .orElseThrow(() -> ApiException.notFound("doctor"));
  }

  @GetMapping("/api/doctors/{doctorId}/changes")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  ChangesView changes(
      @PathVariable DoctorId doctorId,
      @RequestParam String from,
      @RequestParam @Nullable String to) {
    Period period = Period.parse(from, to, clock.instant());
    return questions
        .askForOne(new FindScheduleChanges(doctorId, period), ChangesView.class)
        .orElseThrow(() -> ApiException.notFound("doctor"));
  }
}
