package medic.app.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import medic.log.event.StoredEvent;
import medic.log.note.Checkpoint;
import medic.log.store.Appender;
import medic.log.store.CheckpointSigner;
import medic.log.store.Finding;
import medic.log.store.IntegrityCheck;
import medic.log.store.IntegrityReports;
import medic.log.store.LogKeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due to the log: one thing at a time, whoever asks. What it finds it tells the
 * server's log and the database; it goes on, for an alarm must not keep patients from booking.
 */
final class LogKeeper implements LogKeeping {

  private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

  private final DataSource database;
  private final Appender appender;
  private final CheckpointSigner notary;
  private final IntegrityCheck examiner;
  private volatile boolean failing;
  private final AtomicBoolean asked = new AtomicBoolean();

  LogKeeper(
      DataSource database, Appender appender, CheckpointSigner notary, IntegrityCheck examiner) {
    this.database = database;
    this.appender = appender;
    this.notary = notary;
    this.examiner = examiner;
  }

  synchronized void append() {
    try {
      appender.append();
      failing = false;
    } catch (SQLException failure) {
      tell("appended to", failure);
    }
  }

  @Override
  public synchronized Optional<Checkpoint.Signed> checkpoint() {
    try {
      appender.append();
      CheckpointSigner.Outcome outcome = notary.sign();
      if (!outcome.findings().isEmpty()) {
        report(false, outcome.size(), outcome.findings());
      }
      return outcome.checkpoint();
    } catch (SQLException | IOException failure) {
      tell("signed", failure);
      return Optional.empty();
    }
  }

  @Override
  public void examineSoon() {
    asked.set(true);
  }

  void examineIfAsked() {
    if (asked.getAndSet(false)) {
      examine();
    }
  }

  /** Not under the lock: it may take long, and appending goes on beside it. */
  void examine() {
    try {
      List<StoredEvent> late = appendLate();
      late.forEach(event -> LOG.error("{} was inserted into the past", event));
      IntegrityCheck.Examined examined = examiner.examine();
      report(true, examined.size(), examined.findings());
      LOG.info("The log's {} leaves: {} findings", examined.size(), examined.findings().size());
    } catch (SQLException | IOException failure) {
      tell("examined", failure);
    }
  }

  private synchronized List<StoredEvent> appendLate() throws SQLException {
    appender.append();
    return appender.appendLate();
  }

  private void report(boolean whole, long size, List<Finding> findings) throws SQLException {
    findings.forEach(finding -> LOG.error("The log was tampered with: {}", finding));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      IntegrityReports.add(connection, whole, size, findings);
    }
  }

  /** Once, and not again each second until it goes on. */
  private void tell(String what, Exception failure) {
    if (failing) {
      return;
    }
    failing = true;
    LOG.warn("The log cannot be {} now, trying again: {}", what, failure.toString());
  }
}
