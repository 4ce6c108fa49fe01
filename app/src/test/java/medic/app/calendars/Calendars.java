package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import medic.app.journey.Answer;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.copies.CopyReaction;
import medic.sagas.calendars.sync.CalendarRounds;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import tools.jackson.databind.JsonNode;

/** Connects calendars of a running server and turns its rounds by hand. */
final class Calendars {

  private static final Duration MAX_WAIT = Duration.ofSeconds(20);
  private static final int MAX_CLAIMS = 50;
  private static final GapAwareTrackingToken NOTHING_SEEN =
      GapAwareTrackingToken.newInstance(-1, Set.of());

  private final TestServer server;
  private final Consents consents;

  Calendars(TestServer server, Google google) {
    this.server = server;
    this.consents = new Consents(server.admin(), google);
  }

  Answer begin(Practice.Doctor doctor, Map<String, Object> more) {
    return consents.begin(doctor, more);
  }

  JsonNode connect(Practice.Doctor doctor, String account, Map<String, Object> more) {
    return consents.connect(doctor, account, more);
  }

  ConnectionId connect(Practice.Doctor doctor, String account) {
    return consents.connect(doctor, account);
  }

  ConnectionId connectPatiently(Practice.Doctor doctor, String account) {
    return consents.connectPatiently(doctor, account);
  }

  /** One round, once the reaction has seen all events; whatever made the connection wait. */
  void round(ConnectionId id) {
    catchUp();
    claimed(id).ifPresent(server.bean(CalendarRounds.class)::run);
  }

  /** A push that asks for a round holds the row for a moment, and a claim passes it by. */
  private Optional<medic.sagas.calendars.connections.Connection> claimed(ConnectionId id) {
    Optional<medic.sagas.calendars.connections.Connection> claimed = Optional.empty();
    for (int tries = 0; claimed.isEmpty() && tries < MAX_CLAIMS; tries++) {
      claimed = server.bean(RoundTable.class).claim(id, server.bean(Clock.class).instant());
      LockSupport.parkNanos(1_000_000);
    }
    return claimed;
  }

  /** Rounds until nothing more follows from them. */
  void settle(ConnectionId id) {
    round(id);
    round(id);
  }

  /** What was left at work is anybody's again. */
  void timePasses(ConnectionId id) {
    execute(
        "update work.calendar_connection set leased_until = null where connection_id = ?",
        id.value());
  }

  /** Waits until the reaction has seen what was written up to now, late commits included. */
  void catchUp() {
    long written = number("select max(global_index) from store.domain_event_entry");
    await(
        () -> {
          List<GapAwareTrackingToken> tokens = tokens();
          return !tokens.isEmpty()
              && tokens.stream()
                  .allMatch(token -> token.getIndex() >= written && !hasUnseen(token));
        });
  }

  private List<GapAwareTrackingToken> tokens() {
    return server
        .bean(EventProcessingConfiguration.class)
        .eventProcessor(CopyReaction.GROUP, PooledStreamingEventProcessor.class)
        .orElseThrow()
        .processingStatus()
        .values()
        .stream()
        .map(
            status ->
                status.getTrackingToken() instanceof GapAwareTrackingToken token
                    ? token
                    : NOTHING_SEEN)
        .toList();
  }

  /** Whether there is an event by now where the token knows of a gap. */
  private boolean hasUnseen(GapAwareTrackingToken token) {
    return !token.getGaps().isEmpty()
        && number(
                "select count(*) from store.domain_event_entry where global_index = any(?)",
                (Object) token.getGaps().toArray(Long[]::new))
            > 0;
  }

  static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(MAX_WAIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("came true in time").isBefore(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** How many events there are that a sync could write, of this doctor or of any connection. */
  long written(Practice.Doctor doctor) {
    return number(
        "select count(*) from store.domain_event_entry where type in ('CalendarConnection',"
            + " 'Appointment') or aggregate_identifier = ?",
        "doctor-" + doctor.id);
  }

  long number(String sql, Object... parameters) {
    return query(sql, row -> row.getLong(1), parameters);
  }

  String text(String sql, Object... parameters) {
    return query(sql, row -> row.getString(1), parameters);
  }

  void execute(String sql, Object... parameters) {
    try (Connection connection = server.dataSource().getConnection();
        var statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      statement.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, Reader<T> reader, Object... parameters) {
    try (Connection connection = server.dataSource().getConnection();
        var statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      ResultSet row = statement.executeQuery();
      return row.next() ? reader.read(row) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void set(java.sql.PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  /** The id that a visit's copy has over there. */
  static String copyOf(String appointment) {
    return "medic" + UUID.fromString(appointment).toString().replace("-", "");
  }
}
