package medic.query.agenda;

import java.util.Set;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.names.NamesProjection;
import medic.query.processing.ReadModel;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/admin/time-off?status=}: what waits for a decision, over all doctors. */
@RestController
@ReadModel({AgendaProjection.GROUP, NamesProjection.GROUP})
class TimeOffsEndpoint {

  private static final Set<String> STATUSES =
      Set.of("requested", "approved", "rejected", "cancelled");

  private final Questions questions;

  TimeOffsEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/admin/time-off")
  @Access({Role.ADMIN, Role.AUDITOR})
  TimeOffsView timeOff(
      @RequestParam(defaultValue = "requested") String status,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    if (!STATUSES.contains(status)) {
      throw ApiException.badField(
          "status", "UNKNOWN_VALUE", "Ask for requested, approved, rejected or cancelled.");
    }
    Cursor.decodeUuid(cursor);
    return questions.ask(new FindTimeOff(status, PageSize.of(limit), cursor), TimeOffsView.class);
  }
}
