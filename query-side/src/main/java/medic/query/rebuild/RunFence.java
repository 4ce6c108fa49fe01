package medic.query.rebuild;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The run in work.rebuild: who takes it over waits for who writes for it. */
record RunFence(Rebuild run, Control control) implements Fence {

  @Override
  public void hold(LongSession session) throws SQLException {
    look();
    try (PreparedStatement query =
        session
            .connection()
            .prepareStatement(
                "select from work.rebuild where name = ? and run = ? for key share")) {
      query.setString(1, run.name());
      query.setObject(2, run.run());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new Stopped(Stopped.Why.LOST);
        }
      }
    }
  }

  @Override
  public void look() {
    control.check();
  }
}
