package medic.query.rebuild;

import java.util.List;
import medic.deadletters.StoredTokens;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** How far groups had come when a snapshot was taken. */
@Component
class SnapshotTokens {

  private final StoredTokens tokens;

  SnapshotTokens(StoredTokens tokens) {
    this.tokens = tokens;
  }

  /** Null before the first event. */
  @Nullable TrackingToken in(LongSession snapshot, String group) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(snapshot.connection(), true));
    return tokens.as(jdbc).of(List.of(group)).stream()
        .map(StoredTokens.Progress::token)
        .filter(token -> token != null)
        .map(WrappedToken::unwrapLowerBound)
        .findFirst()
        .orElse(null);
  }
}
