package medic.query.patients;

import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.http.Versioned;
import medic.query.bookings.BookingsProjection;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/patients/{patientId}} and what became of an erasure. */
@RestController
@ReadModel({PatientsProjection.GROUP, BookingsProjection.GROUP})
class PatientEndpoint {

  private final Questions questions;

  PatientEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/patients/{patientId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  ResponseEntity<PatientView> patient(@PathVariable PatientId patientId, Caller caller) {
    if (caller.role() == Role.PATIENT && !caller.is(patientId)) {
      throw ApiException.notFound("patient");
    }
    PatientView patient =
        questions
            .askForOne(new FindPatient(patientId, caller.doctor()), PatientView.class)
            .orElseThrow(() -> ApiException.notFound("patient"));
    return Versioned.of(patient.version(), patient);
  }

  @GetMapping("/api/patients/{patientId}/erasure")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.PATIENT},
      own = Own.PATIENT_IN_PATH)
  ErasureView erasure(@PathVariable PatientId patientId) {
    return questions
        .askForOne(new FindErasure(patientId), ErasureView.class)
        .orElseThrow(() -> ApiException.notFound("patient"));
  }
}
