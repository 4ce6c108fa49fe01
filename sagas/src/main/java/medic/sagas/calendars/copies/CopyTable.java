package medic.sagas.calendars.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medic.events.calendar.ProposedChange;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.PatientId;
import medic.events.id.ProposalId;
import medic.sagas.calendars.remote.RemoteEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies, in work.calendar_copy: the queue of what is to be written, and what is there. */
@Component
public class CopyTable {

  private static final String UNHARMED =
      "attempts = 0, last_error = null, failed_number = null, failed_at = null";
  private static final String KEY = " where connection_id = :connection and appointment_id = :id";

  /** By the id that the view of dead letters gives it. */
  private static final String REJECTED =
      " where failed_number is not null"
          + " and md5(connection_id::text || appointment_id::text)::uuid = :letter";

  private final JdbcClient jdbc;

  CopyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes what is wanted of a visit's copy; an older revision than is known changes nothing. A
   * visit that was never agreed gets no copy.
   */
  void want(ConnectionId connection, CopiedAppointment visit, Instant now) {
    if (visit.belongsInCalendar() || find(connection, visit.id()).isPresent()) {
      jdbc.sql(
              """
              insert into work.calendar_copy as c (connection_id, appointment_id, doctor_id,
                patient_id, revision, starts_at, ends_at, wanted, dirty, next_try_at)
              values (:connection, :id, :doctor, :patient, :revision, :starts, :ends, :wanted,
                true, :now)
              on conflict (connection_id, appointment_id) do update set
                revision = excluded.revision, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, wanted = excluded.wanted, wants = c.wants + 1,
                dirty = true, next_try_at = excluded.next_try_at,
                """
                  + UNHARMED
                  + """

              where c.revision < excluded.revision
              """)
          .param("connection", connection.value())
          .param("id", visit.id().value())
          .param("doctor", visit.doctorId().value())
          .param("patient", visit.patientId().value())
          .param("revision", visit.revision())
          .param("starts", Timestamp.from(visit.startsAt()))
          .param("ends", Timestamp.from(visit.endsAt()))
          .param("wanted", visit.belongsInCalendar())
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  public Optional<Copy> find(ConnectionId connection, AppointmentId id) {
    return jdbc.sql("select * from work.calendar_copy" + KEY)
        .param("connection", connection.value())
        .param("id", id.value())
        .query(CopyTable::read)
        .optional();
  }

  List<AppointmentId> idsOf(ConnectionId connection) {
    return jdbc.sql("select appointment_id from work.calendar_copy where connection_id = ?")
        .param(connection.value())
        .query((row, n) -> new AppointmentId(row.getObject(1, UUID.class)))
        .list();
  }

  /** What is to be written now, the longest waiting first. */
  public List<Copy> due(ConnectionId connection, Instant now, int limit) {
    return jdbc.sql(
            "select * from work.calendar_copy where connection_id = :connection and dirty"
                + " and next_try_at <= :now order by next_try_at, appointment_id limit :limit")
        .param("connection", connection.value())
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(CopyTable::read)
        .list();
  }

  public Optional<Instant> nextDue(ConnectionId connection) {
    return jdbc.sql(
            "select min(next_try_at) from work.calendar_copy where connection_id = ? and dirty")
        .param(connection.value())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /** Notes that an insert is begun: it may succeed without our hearing of it. */
  public void tried(Copy copy) {
    update(copy, "tried = true");
  }

  /** Notes what was seen over there; nothing was when {@code seen} is null. */
  public void saw(Copy copy, @Nullable RemoteEvent seen) {
    jdbc.sql(
            "update work.calendar_copy set tried = :tried, remote_etag = :etag,"
                + " remote_starts_at = :starts, remote_ends_at = :ends, remote_cancelled = :gone"
                + KEY)
        .param("tried", seen != null)
        .param("etag", seen == null ? null : seen.etag())
        .param("starts", timestamp(seen == null ? null : seen.startsAt()))
        .param("ends", timestamp(seen == null ? null : seen.endsAt()))
        .param("gone", seen == null ? null : seen.cancelled())
        .param("connection", copy.connectionId().value())
        .param("id", copy.appointmentId().value())
        .update();
  }

  void seenIn(Copy copy, long generation) {
    jdbc.sql("update work.calendar_copy set seen_generation = :generation" + KEY)
        .param("generation", generation)
        .param("connection", copy.connectionId().value())
        .param("id", copy.appointmentId().value())
        .update();
  }

  /** Copies believed to be there that a complete listing up to {@code until} did not name. */
  List<Copy> unseen(ConnectionId connection, long generation, Instant from, Instant until) {
    return jdbc.sql(
            "select * from work.calendar_copy where connection_id = :connection"
                + " and seen_generation < :generation and remote_cancelled = false"
                + " and remote_ends_at > :from and remote_starts_at < :until")
        .param("connection", connection.value())
        .param("generation", generation)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query(CopyTable::read)
        .list();
  }

  /** There is nothing left to write, unless more was wanted meanwhile. */
  public void written(Copy copy) {
    update(copy, UNHARMED + ", dirty = (wants <> " + copy.wants() + ")");
  }

  /** It says again what it should, unless more was wanted meanwhile. */
  void rewritten(Copy copy) {
    update(copy, "rewrite = (rewrite and wants <> " + copy.wants() + ")");
  }

  /** Notes that the provider rejected it: from the first time on it is a dead letter. */
  void failed(Copy copy, Instant now, Instant next, String why) {
    jdbc.sql(
            "update work.calendar_copy set attempts = attempts + 1, next_try_at = :next,"
                + " last_error = :why, failed_at = coalesce(failed_at, :now), failed_number ="
                + " coalesce(failed_number, nextval('work.notification_number_seq'))"
                + KEY)
        .param("next", Timestamp.from(next))
        .param("now", Timestamp.from(now))
        .param("why", why)
        .param("connection", copy.connectionId().value())
        .param("id", copy.appointmentId().value())
        .update();
  }

  public void restore(ConnectionId connection, AppointmentId id, Instant now) {
    jdbc.sql(
            "update work.calendar_copy set dirty = true, wants = wants + 1, attempts = 0,"
                + " next_try_at = :now"
                + KEY)
        .param("now", Timestamp.from(now))
        .param("connection", connection.value())
        .param("id", id.value())
        .update();
  }

  /** Writes all copies that are there anew, because what they say has changed. */
  void rewriteAll(ConnectionId connection, Instant now) {
    jdbc.sql(
            "update work.calendar_copy set dirty = true, rewrite = true, wants = wants + 1,"
                + " next_try_at = :now where connection_id = :connection and wanted and ends_at > :now")
        .param("now", Timestamp.from(now))
        .param("connection", connection.value())
        .update();
  }

  /** Writes all copies of a patient's visits anew, without a name; answers where they are. */
  Set<ConnectionId> makeNameless(PatientId patient, Instant now) {
    return jdbc.sql(
            "update work.calendar_copy set nameless = true, dirty = true, rewrite = true,"
                + " wants = wants + 1, next_try_at = :now"
                + " where patient_id = :patient and not nameless returning connection_id")
        .param("now", Timestamp.from(now))
        .param("patient", patient.value())
        .query((row, n) -> new ConnectionId(row.getObject(1, UUID.class)))
        .set();
  }

  /** Takes all copies out of a calendar that is left; connected anew, they are wanted anew. */
  public void takeAllAway(ConnectionId connection, Instant now) {
    jdbc.sql(
            "update work.calendar_copy set wanted = false, dirty = true, wants = wants + 1,"
                + " revision = -1, next_try_at = :now, proposal_id = null, proposal_change = null,"
                + " proposal_starts_at = null, proposal_accepting = false"
                + " where connection_id = :connection and wanted")
        .param("now", Timestamp.from(now))
        .param("connection", connection.value())
        .update();
  }

  /** Tries at once what failures made wait. */
  public void retryAll(ConnectionId connection, Instant now) {
    jdbc.sql(
            "update work.calendar_copy set next_try_at = :now, attempts = 0"
                + " where connection_id = :connection and dirty")
        .param("now", Timestamp.from(now))
        .param("connection", connection.value())
        .update();
  }

  /** Tries a rejected copy at once; answers its connection, if it was one. */
  Optional<ConnectionId> retryRejected(UUID deadLetter, Instant now) {
    return jdbc.sql(
            "update work.calendar_copy set next_try_at = :now, "
                + UNHARMED
                + REJECTED
                + " returning connection_id")
        .param("now", Timestamp.from(now))
        .param("letter", deadLetter)
        .query((row, n) -> new ConnectionId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Leaves a rejected copy as it is; answers whether it was one. */
  boolean dropRejected(UUID deadLetter) {
    return jdbc.sql("update work.calendar_copy set dirty = false, " + UNHARMED + REJECTED)
            .param("letter", deadLetter)
            .update()
        == 1;
  }

  /** How many copies wait to be written, and how many of them failed before. */
  public record Queue(int waiting, int failing, @Nullable String lastError) {}

  public Queue queue(ConnectionId connection) {
    return jdbc.sql(
            "select count(*), count(last_error), max(last_error) from work.calendar_copy"
                + " where connection_id = ? and dirty")
        .param(connection.value())
        .query((row, n) -> new Queue(row.getInt(1), row.getInt(2), row.getString(3)))
        .single();
  }

  private void update(Copy copy, String set) {
    jdbc.sql("update work.calendar_copy set " + set + KEY)
        .param("connection", copy.connectionId().value())
        .param("id", copy.appointmentId().value())
        .update();
  }

  static Copy read(ResultSet row, int number) throws SQLException {
    return new Copy(
        new ConnectionId(row.getObject("connection_id", UUID.class)),
        new AppointmentId(row.getObject("appointment_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getLong("revision"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getBoolean("wanted"),
        row.getLong("wants"),
        row.getBoolean("dirty"),
        row.getBoolean("tried"),
        row.getBoolean("rewrite"),
        row.getBoolean("nameless"),
        remote(row),
        row.getInt("attempts"),
        proposal(row));
  }

  private static Copy.@Nullable Remote remote(ResultSet row) throws SQLException {
    boolean cancelled = row.getBoolean("remote_cancelled");
    return row.wasNull()
        ? null
        : new Copy.Remote(
            row.getString("remote_etag"),
            cancelled,
            instant(row, "remote_starts_at"),
            instant(row, "remote_ends_at"));
  }

  private static Copy.@Nullable Proposal proposal(ResultSet row) throws SQLException {
    UUID id = row.getObject("proposal_id", UUID.class);
    return id == null
        ? null
        : new Copy.Proposal(
            new ProposalId(id),
            ProposedChange.valueOf(row.getString("proposal_change").toUpperCase(Locale.ROOT)),
            instant(row, "proposal_starts_at"),
            row.getBoolean("proposal_accepting"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
