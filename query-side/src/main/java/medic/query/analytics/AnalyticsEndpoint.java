package medic.query.analytics;

import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.Role;
import medic.query.processing.ReadModel;
import medic.query.schedule.SchedulesProjection;
import medic.query.web.Questions;
import medic.query.web.TimeRange;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctors/{doctorId}/analytics?from=&to=}. */
@RestController
@ReadModel({AnalyticsProjection.GROUP, SchedulesProjection.GROUP})
class AnalyticsEndpoint {

  private final Questions questions;

  AnalyticsEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/doctors/{doctorId}/analytics")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  AnalyticsView analytics(
      @PathVariable DoctorId doctorId,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    return questions.ask(
        new FindAnalytics(doctorId, TimeRange.parse(from, to)), AnalyticsView.class);
  }
}
