package medic.query.directory;

import medic.http.Access;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.processing.ReadModel;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctors?specialty=&city=&q=}. */
@RestController
@ReadModel(DirectoryProjection.GROUP)
class DirectoryEndpoint {

  private final Questions questions;

  DirectoryEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/doctors")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  DirectoryView doctors(
      @RequestParam @Nullable String specialty,
      @RequestParam @Nullable String city,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    Cursor.decodeUuidPrefix(cursor);
    return questions.ask(
        new FindDoctors(specialty, city, q, PageSize.of(limit), cursor), DirectoryView.class);
  }
}
