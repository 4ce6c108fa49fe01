package medic.sagas.calendars.connections;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.DoctorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents under way, in work.calendar_consent: each may come back once, in good time. */
@Component
class ConsentTable {

  /**
   * A consent that somebody was sent to give.
   *
   * @param calendar which one, {@code primary} for the first
   */
  record Pending(DoctorId doctorId, String verifier, String calendar, boolean showPatientNames) {

    @Override
    public String toString() {
      return "consent for " + doctorId;
    }
  }

  private final JdbcClient jdbc;
  private final CalendarSecrets secrets;

  ConsentTable(JdbcClient jdbc, CalendarSecrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  void keep(String state, String browser, Pending pending, Instant expiresAt) {
    jdbc.sql(
            "insert into work.calendar_consent (state_hash, browser_hash, doctor_id, verifier,"
                + " calendar, show_patient_names, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            Secrets.hash(state),
            Secrets.hash(browser),
            pending.doctorId().value(),
            secrets.seal(pending.verifier(), place(state)),
            pending.calendar(),
            pending.showPatientNames(),
            Timestamp.from(expiresAt))
        .update();
  }

  /** Takes it away, so that it works once; only for the browser that set out with it. */
  Optional<Pending> take(String state, String browser, Instant now) {
    jdbc.sql("delete from work.calendar_consent where expires_at < ?")
        .param(Timestamp.from(now))
        .update();
    return jdbc.sql(
            "delete from work.calendar_consent where state_hash = ? and browser_hash = ?"
                + " returning *")
        .params(Secrets.hash(state), Secrets.hash(browser))
        .query(
            (row, n) ->
                new Pending(
                    new DoctorId(row.getObject("doctor_id", UUID.class)),
                    secrets.open(row.getBytes("verifier"), place(state)),
                    row.getString("calendar"),
                    row.getBoolean("show_patient_names")))
        .optional();
  }

  private static String place(String state) {
    return "consent " + Base64.getEncoder().encodeToString(Secrets.hash(state));
  }
}
