package medic.sagas.calendars.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.command.calendar.JudgeCalendarReading;
import medic.events.calendar.ReadingState;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionStatus;
import medic.sagas.calendars.connections.ConnectionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts on record how well a calendar is read, after each round that makes a difference. */
@Component
class ReadingJudge {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingJudge.class);

  /** An outage that passes is nobody's business. */
  static final Duration PATIENCE = Duration.ofHours(6);

  private final ConnectionTable connections;
  private final Commands commands;
  private final Clock clock;

  ReadingJudge(ConnectionTable connections, Commands commands, Clock clock) {
    this.connections = connections;
    this.commands = commands;
    this.clock = clock;
  }

  /** Where it cannot be told, the next round tells it. */
  void judge(Connection before) {
    try {
      connections
          .find(before.id())
          .filter(now -> now.status() == ConnectionStatus.CONNECTED)
          .ifPresent(now -> tell(now, state(now)));
    } catch (RuntimeException untold) {
      LOG.warn("cannot tell how well {} is read: {}", before.id(), untold.toString());
    }
  }

  /** What was told and what is noted of it may differ after a crash: it is then told again. */
  private void tell(Connection connection, ReadingState state) {
    int skipped = connection.troubles().skips().count();
    String judged = state.name() + " " + skipped;
    if (!judged.equals(connection.troubles().judged())) {
      commands.send(new JudgeCalendarReading(connection.id(), state, skipped));
      connections.judged(connection.id(), judged);
    }
  }

  private ReadingState state(Connection connection) {
    Instant failing = connection.troubles().failingSince();
    boolean tooLong = failing != null && failing.plus(PATIENCE).isBefore(clock.instant());
    if (tooLong) {
      return ReadingState.FAILING;
    }
    return connection.troubles().skips().count() > 0 ? ReadingState.PARTIAL : ReadingState.WELL;
  }
}
