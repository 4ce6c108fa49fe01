package medic.sagas.deadletters;

import java.util.List;
import java.util.UUID;
import medic.sagas.Paging;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All dead letters, as the view work.dead_letter puts them together. */
@Component
public class DeadLetterTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public DeadLetterTable(JdbcClient jdbc, @Qualifier("storedJson") JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public List<DeadLetterView> page(Paging paging) {
    return jdbc.sql("select * from work.dead_letter where number < ? order by number desc limit ?")
        .params(paging.before(), paging.limit())
        .query(
            (row, n) ->
                new DeadLetterView(
                    row.getObject("id", UUID.class),
                    row.getLong("number"),
                    row.getString("source"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getInt("attempts"),
                    row.getString("error_reason"),
                    json.readTree(row.getString("details"))))
        .list();
  }
}
