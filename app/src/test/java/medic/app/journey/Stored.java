package medic.app.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a server has stored so far: the log's last event, and how many logins there are. */
record Stored(long lastEvent, String itsType, long logins) {

  static Stored in(DataSource database) {
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select global_index, payload_type, (select count(*) from work.login)"
                        // Messages go out, and on record, at a time of their own.
                        + " from store.domain_event_entry where type <> 'Notification'"
                        + " order by global_index desc limit 1")) {
      row.next();
      return new Stored(row.getLong(1), row.getString(2), row.getLong(3));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
