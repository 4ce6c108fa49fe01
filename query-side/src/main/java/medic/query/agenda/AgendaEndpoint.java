package medic.query.agenda;

import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.Role;
import medic.query.directory.DirectoryProjection;
import medic.query.names.NamesProjection;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import medic.query.web.TimeRange;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctors/{doctorId}/agenda?from=&to=}. */
@RestController
@ReadModel({AgendaProjection.GROUP, DirectoryProjection.GROUP, NamesProjection.GROUP})
class AgendaEndpoint {

  private final Questions questions;

  AgendaEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/doctors/{doctorId}/agenda")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  AgendaView agenda(
      @PathVariable DoctorId doctorId,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    return questions.ask(new FindAgenda(doctorId, TimeRange.parse(from, to)), AgendaView.class);
  }
}
