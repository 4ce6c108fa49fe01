package medic.app.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a server has stored so far: the log's last event, and how many logins there are. */
record Stored(long lastEvent, long logins) {

  static Stored in(DataSource database) {
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select (select coalesce(max(global_index), 0) from store.domain_event_entry"
                        // Messages go out, and on record, at a time of their own.
                        + " where type <> 'Notification'),"
                        + " (select count(*) from work.login)")) {
      row.next();
      return new Stored(row.getLong(1), row.getLong(2));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
