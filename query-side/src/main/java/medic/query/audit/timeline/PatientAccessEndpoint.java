package medic.query.audit.timeline;

import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.names.NamesProjection;
import medic.query.patients.PatientsProjection;
import medic.query.processing.ReadModel;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/patients/{patientId}/access}: who read the patient's data, and when. */
@RestController
@ReadModel({TimelineProjection.GROUP, PatientsProjection.GROUP, NamesProjection.GROUP})
class PatientAccessEndpoint {

  private final Questions questions;

  PatientAccessEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/patients/{patientId}/access")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.PATIENT},
      own = Own.PATIENT_IN_PATH)
  PatientAccessView access(
      @PathVariable PatientId patientId,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    Cursor.decodeNumber(cursor);
    return questions
        .askForOne(
            new FindPatientAccess(patientId, PageSize.of(limit), cursor), PatientAccessView.class)
        .orElseThrow(() -> ApiException.notFound("patient"));
  }
}
