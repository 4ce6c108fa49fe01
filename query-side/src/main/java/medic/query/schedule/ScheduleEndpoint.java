package medic.query.schedule;

import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Role;
import medic.query.Questions;
import medic.query.ReadModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctors/{doctorId}}. */
@RestController
@ReadModel(SchedulesProjection.GROUP)
class ScheduleEndpoint {

  private final Questions questions;

  ScheduleEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/doctors/{doctorId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  ScheduleView schedule(@PathVariable DoctorId doctorId) {
    return questions
        .askForOne(new FindSchedule(doctorId), ScheduleView.class)
        .orElseThrow(() -> ApiException.notFound("doctor"));
  }
}
