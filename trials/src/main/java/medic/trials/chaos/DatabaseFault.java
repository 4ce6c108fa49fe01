package medic.trials.chaos;

import java.io.IOException;
import java.sql.SQLException;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.Postgres;

/**
 * What happens to the database.
 *
 * @param choice which of several processes is hit
 */
record DatabaseFault(Kind kind, int choice) implements Fault {

  enum Kind {
    BACKEND_KILLED,
    BACKEND_TERMINATED,
    CHECKPOINTER_KILLED,
    WAL_WRITER_KILLED,
    KILLED,
    FROZEN,
    STOPPED_FAST,
    STOPPED_IMMEDIATELY,
    DISK_FULL
  }

  @Override
  public String name() {
    return "database " + Words.of(kind);
  }

  @Override
  public boolean isPossible(Cluster cluster) {
    return kind != Kind.DISK_FULL || cluster.postgres().hasSmallDisk();
  }

  @Override
  public boolean takesDatabaseFrom(String node) {
    return kind == Kind.KILLED
        || kind == Kind.FROZEN
        || kind == Kind.STOPPED_FAST
        || kind == Kind.STOPPED_IMMEDIATELY;
  }

  @Override
  public void begin(Cluster cluster) throws IOException, SQLException {
    Postgres postgres = cluster.postgres();
    switch (kind) {
      case BACKEND_KILLED -> postgres.killBackend(choice);
      case BACKEND_TERMINATED -> postgres.terminateBackend(choice);
      case CHECKPOINTER_KILLED -> postgres.killWorker("checkpointer");
      case WAL_WRITER_KILLED -> postgres.killWorker("walwriter");
      case KILLED -> postgres.kill();
      case FROZEN -> postgres.freeze();
      case STOPPED_FAST -> postgres.stopFast();
      case STOPPED_IMMEDIATELY -> postgres.stopImmediately();
      case DISK_FULL -> postgres.fillDisk();
    }
  }

  @Override
  public void end(Cluster cluster) throws IOException {
    Postgres postgres = cluster.postgres();
    switch (kind) {
      case FROZEN -> postgres.thaw();
      case KILLED, STOPPED_FAST, STOPPED_IMMEDIATELY -> postgres.start();
      case DISK_FULL -> postgres.emptyDisk();
      case BACKEND_KILLED, BACKEND_TERMINATED, CHECKPOINTER_KILLED, WAL_WRITER_KILLED -> {}
    }
  }
}
