package medic.query.audit.timeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** Which entries of the log: all that fit everything given; the time is [from, to). */
public record AuditFilter(
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable String actorId,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to) {

  private static final String CONCERNS_PATIENT =
      "(patient_id = ? or position in"
          + " (select position from read.timeline_patient_v1 where patient_id = ?))";

  /** Whether everything fits. */
  boolean isEmpty() {
    return text().isEmpty();
  }

  /** What is given, as the parameters of a request. */
  String text() {
    List<String> given = new ArrayList<>();
    name(given, "appointmentId", appointmentId == null ? null : appointmentId.value());
    name(given, "doctorId", doctorId == null ? null : doctorId.value());
    name(given, "patientId", patientId == null ? null : patientId.value());
    name(given, "actorId", actorId);
    name(given, "action", action);
    name(given, "from", from);
    name(given, "to", to);
    return String.join("&", given);
  }

  private static void name(List<String> given, String parameter, @Nullable Object value) {
    if (value != null) {
      given.add(parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }

  /** The same without what the caller put into words, which may be anybody's name. */
  AuditFilter withoutWords() {
    return new AuditFilter(appointmentId, doctorId, patientId, null, null, from, to);
  }

  boolean hasWords() {
    return actorId != null || action != null;
  }

  /** The conditions given, in SQL; their values follow in the same order. */
  String conditions() {
    List<String> conditions = new ArrayList<>(List.of("position > ?"));
    add(conditions, appointmentId, "appointment_id = ?");
    add(conditions, doctorId, "doctor_id = ?");
    add(conditions, patientId, CONCERNS_PATIENT);
    add(conditions, actorId, "actor_id = ?");
    add(conditions, action, "action = ?");
    add(conditions, from, "occurred_at >= ?");
    add(conditions, to, "occurred_at < ?");
    return String.join(" and ", conditions);
  }

  List<Object> values() {
    List<Object> values = new ArrayList<>();
    add(values, appointmentId, appointmentId == null ? "" : appointmentId.value());
    add(values, doctorId, doctorId == null ? "" : doctorId.value());
    add(values, patientId, patientId == null ? "" : patientId.value());
    add(values, patientId, patientId == null ? "" : patientId.value());
    add(values, actorId, actorId == null ? "" : actorId);
    add(values, action, action == null ? "" : action);
    add(values, from, from == null ? "" : java.sql.Timestamp.from(from));
    add(values, to, to == null ? "" : java.sql.Timestamp.from(to));
    return values;
  }

  private static <T> void add(List<? super T> to, @Nullable Object given, T what) {
    if (given != null) {
      to.add(what);
    }
  }
}
