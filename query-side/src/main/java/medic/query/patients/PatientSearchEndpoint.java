package medic.query.patients;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.Caller;
import medic.http.Role;
import medic.query.bookings.BookingsProjection;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/patients/search}: a question with a body, for addresses are written down on the
 * way, and names do not belong there. Doctors find those whose profile is open to them.
 */
@RestController
@ReadModel({PatientsProjection.GROUP, BookingsProjection.GROUP})
class PatientSearchEndpoint {

  private static final int USUAL_LIMIT = 20;

  private final Questions questions;

  PatientSearchEndpoint(Questions questions) {
    this.questions = questions;
  }

  /**
   * What is remembered of somebody.
   *
   * @param words names, a phone number, or the beginning of a mail address
   * @param limit how many are shown at most; 20 unless said
   */
  record Search(
      @NotNull @Size(min = 2, max = 200) String words, @Nullable @Min(1) @Max(50) Integer limit) {}

  @PostMapping("/api/patients/search")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = Own.DECIDED_INSIDE)
  PatientsFound search(@Valid @RequestBody Search body, Caller caller) {
    return questions.ask(
        new FindPatients(
            body.words(), caller.doctor(), body.limit() == null ? USUAL_LIMIT : body.limit()),
        PatientsFound.class);
  }
}
