package medic.app.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import medic.app.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What migrations make of the rows that they find, so that an upgrade needs no replay. */
@Tag("server")
class RowsFromBeforeTest {

  private static final String GRACE = "00000000-0000-0000-0000-00000000000a";
  private static final String TOM = "00000000-0000-0000-0000-00000000000b";
  private static final String ADA = "00000000-0000-0000-0000-00000000000c";
  private static final String VISIT = "00000000-0000-0000-0000-00000000000d";

  private static JdbcClient jdbc;

  @BeforeAll
  static void migrate() {
    String url = TestDatabase.fresh();
    DatabaseLogin owner = new DatabaseLogin(TestDatabase.withoutUser(url), "postgres", "");
    Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .defaultSchema("public")
        .target("6060")
        .load()
        .migrate();
    jdbc = JdbcClient.create(dataSource(owner));
    enterRows();
    assertThat(Migrations.run(owner, Map.of())).isPositive();
  }

  private static DriverManagerDataSource dataSource(DatabaseLogin by) {
    return new DriverManagerDataSource(by.url(), by.user(), by.password());
  }

  private static void enterRows() {
    run("insert into read.patient_v1 values ('" + GRACE + "', 'sealed')");
    run(
        "insert into work.token_entry (processor_name, segment, timestamp)"
            + " values ('patients', 0, '2026-05-05T08:00:00Z')");
    consent("e1", GRACE, "SMS", true, "2026-05-01T08:00:00Z");
    consent("e2", GRACE, "EMAIL", true, "2026-05-03T08:00:00Z");
    consent("e3", TOM, "SMS", false, "2026-05-02T08:00:00Z");
    // the ledger's order decides, not what clocks said
    consent("e4", GRACE, "SMS", false, "2026-04-30T23:59:59Z");
    consent("e5", TOM, "SMS", true, "2026-05-04T08:00:00Z");
    timeOff(1, "time_off", "requested", "Sea");
    timeOff(2, "time_off", "approved", null);
    timeOff(3, "time_off", "rejected", "Moon");
    timeOff(4, "time_off", "cancelled", "Sun");
    timeOff(5, "exception", "blocked", "Paint");
    visit();
    entry(1, "booked", "appointment-" + VISIT);
    entry(2, "hit_visit_kept", null);
  }

  private static void entry(int position, String action, @Nullable String changed) {
    jdbc.sql(
            "insert into read.timeline_entry_v2 (position, event_id, occurred_at, action,"
                + " event_type, appointment_id, doctor_id, changed, details)"
                + " values (?, 'an event', now(), ?, 'AnEvent', ?::uuid, ?::uuid, ?, '{}')")
        .params(position, action, VISIT, ADA, changed)
        .update();
  }

  private static void run(String statement) {
    jdbc.sql(statement).update();
  }

  private static void consent(String id, String patient, String channel, boolean given, String at) {
    run(
        "insert into work.consent_entry (event_id, patient_id, channel, given, source, at) values"
            + " ('%s', '%s', '%s', %s, 'SMS', '%s')".formatted(id, patient, channel, given, at));
  }

  private static void timeOff(int number, String kind, String status, String reason) {
    jdbc.sql(
            "insert into read.agenda_entry_v1 (kind, id, doctor_id, starts_at, ends_at, status,"
                + " reason) values (?, ?::uuid, ?::uuid, ?::timestamptz, ?::timestamptz, ?, ?)")
        .params(
            kind,
            "00000000-0000-0000-0001-00000000000" + number,
            ADA,
            "2026-06-0" + number + "T06:00:00Z",
            "2026-06-0" + number + "T18:00:00Z",
            status,
            reason)
        .update();
  }

  private static void visit() {
    run(
        "insert into work.notified_visit values ('%s', '%s', '%s', '%s', '%s', now(), now(),"
                .formatted(VISIT, ADA, GRACE, ADA, ADA)
            + " 'CONFIRMED', 0, 'UTC')");
    run(
        "insert into read.appointment_v1 (appointment_id, doctor_id, patient_id, type_id,"
            + " location_id, starts_at, ends_at, status, mode, price_cents, currency, source,"
            + " patient_timezone, doctor_timezone, reschedule_count, booked_at, changed_at) values"
            + " ('%s', '%s', '%s', '%s', '%s', now(), now(), 'confirmed', 'video', 4250, 'EUR',"
                .formatted(VISIT, ADA, GRACE, ADA, ADA)
            + " 'patient', 'UTC', 'UTC', 0, now(), now())");
  }

  private static List<Map<String, Object>> rows(String query) {
    return jdbc.sql(query).query().listOfRows();
  }

  /** A STOP holds from the first moment after the upgrade on, for whoever reads or saves. */
  @Test
  void theLastWordOnEachChannelIsKnownAtOnce() {
    assertThat(rows("select 1 from read.patient_consent_v1")).hasSize(3);
    assertThat(word(GRACE, "SMS")).isFalse();
    assertThat(word(GRACE, "EMAIL")).isTrue();
    assertThat(word(TOM, "SMS")).isTrue();
    assertThat(
            rows(
                "select 1 from read.patient_consent_v1"
                    + " where channel = 'SMS' and at = '2026-04-30T23:59:59Z'"))
        .hasSize(1);
  }

  private static boolean word(String patient, String channel) {
    return jdbc.sql(
            "select given from read.patient_consent_v1 where patient_id = ?::uuid and channel = ?")
        .params(patient, channel)
        .query(Boolean.class)
        .single();
  }

  /** A read model that is filled anew shows what held long ago, while it is. */
  @Test
  void patientsAreNotFilledAnew() {
    assertThat(rows("select 1 from work.token_entry where processor_name = 'patients'")).hasSize(1);
    assertThat(rows("select 1 from read.patient_v1 where saved_at is null")).hasSize(1);
  }

  @Test
  void timeOffThatMayStillEndIsSpokenOf() {
    assertThat(
            rows(
                "select to_char(starts_at at time zone 'UTC', 'DD HH24') || ' to '"
                    + " || to_char(ends_at at time zone 'UTC', 'HH24') || ' '"
                    + " || coalesce(asked, '-') as said, doctor_id::text as doctor"
                    + " from work.notified_time_off order by starts_at"))
        .containsExactly(
            Map.of("said", "01 06 to 18 Sea", "doctor", ADA),
            Map.of("said", "02 06 to 18 -", "doctor", ADA));
  }

  @Test
  void whoKeptAnAppointmentIsInItsTimeline() {
    assertThat(rows("select changed from read.timeline_entry_v2 order by position"))
        .containsExactly(
            Map.of("changed", "appointment-" + VISIT),
            Map.of("changed", "appointment-" + VISIT + " kept"));
  }

  @Test
  void visitsAreSpokenOfLikeOthers() {
    assertThat(rows("select mode, price_cents, currency from work.notified_visit"))
        .containsExactly(Map.of("mode", "VIDEO", "price_cents", 4250L, "currency", "EUR"));
  }
}
