package medic.query.bookings;

import java.util.Locale;
import java.util.Set;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.names.NamesProjection;
import medic.query.processing.ReadModel;
import medic.query.web.AskedStatuses;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/patients/{patientId}/appointments?when=upcoming|past&status=}. */
@RestController
@ReadModel({BookingsProjection.GROUP, NamesProjection.GROUP})
class BookingsEndpoint {

  private final Questions questions;

  BookingsEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/patients/{patientId}/appointments")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.PATIENT},
      own = Own.PATIENT_IN_PATH)
  BookingsView bookings(
      @PathVariable PatientId patientId,
      @RequestParam(defaultValue = "upcoming") String when,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    Cursor.decodeUuid(cursor);
    return questions.ask(
        new FindBookings(
            patientId, parse(when), statuses(status, parse(when)), PageSize.of(limit), cursor),
        BookingsView.class);
  }

  private static Set<AppointmentStatus> statuses(@Nullable String status, When when) {
    return status == null ? when.usual() : AskedStatuses.parse(status);
  }

  private static When parse(String when) {
    try {
      return When.valueOf(when.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ApiException.badField("when", "UNKNOWN_VALUE", "Ask for upcoming or past.");
    }
  }
}
