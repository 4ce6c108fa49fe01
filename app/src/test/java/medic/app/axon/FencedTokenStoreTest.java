package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import medic.app.journey.TestServer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A position goes on from the one that the database holds, or the claim is lost. */
@Tag("server")
class FencedTokenStoreTest {

  private static TestServer server;
  private static TokenStore tokens;

  private final String group = "group-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    server = TestServer.start();
    tokens = server.bean(TokenStore.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void goesOnFromPositionToPosition() {
    tokens.initializeTokenSegments(group, 1, null);
    assertThat(tokens.fetchToken(group, 0)).isNull();
    tokens.extendClaim(group, 0);
    for (long position = 1; position < 4; position++) {
      tokens.storeToken(at(position), group, 0);
      tokens.extendClaim(group, 0);
    }
    assertThat(tokens.fetchToken(group, 0)).isEqualTo(at(3));
  }

  @Test
  void losesItsClaimWhereTheDatabaseForgotAPosition() throws Exception {
    tokens.initializeTokenSegments(group, 1, at(1));
    tokens.fetchToken(group, 0);
    String before = stored();
    tokens.storeToken(at(2), group, 0);
    forgetBackTo(before);

    assertThatThrownBy(() -> tokens.extendClaim(group, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> tokens.storeToken(at(3), group, 0))
        .isInstanceOf(UnableToClaimTokenException.class);

    assertThat(tokens.fetchToken(group, 0)).isEqualTo(at(1));
    assertThatCode(() -> tokens.storeToken(at(2), group, 0)).doesNotThrowAnyException();
  }

  @Test
  void storesNothingForAGroupThatItNeverClaimed() {
    tokens.initializeTokenSegments(group, 1, at(1));

    assertThatThrownBy(() -> tokens.storeToken(at(2), group, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private String stored() throws SQLException {
    try (Connection owner = server.owner();
        var row =
            owner
                .createStatement()
                .executeQuery(
                    "select encode(token, 'hex') from work.token_entry where processor_name = '"
                        + group
                        + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  private void forgetBackTo(String token) throws SQLException {
    try (Connection owner = server.owner()) {
      owner
          .createStatement()
          .execute(
              "update work.token_entry set token = decode('%s', 'hex') where processor_name = '%s'"
                  .formatted(token, group));
    }
  }
}
