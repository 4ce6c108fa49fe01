package medic.app.axon;

import static org.axonframework.common.io.IOUtils.closeQuietly;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a position only over the one that this process stored or read last. Read models commit
 * without waiting for the disk, so a database that crashes can forget a batch, rows and position;
 * their processor, which lives on, would then store a position past it. Here it loses its claim
 * instead, and begins again where the database stands: with the next batch, or when it renews its
 * claim.
 */
final class FencedTokenStore extends JdbcTokenStore {

  private static final String STORE =
      "update work.token_entry set token = ?, token_type = ?, timestamp = ?"
          + " where owner = ? and processor_name = ? and segment = ?"
          + " and token is not distinct from ?";

  private static final String EXTEND =
      "update work.token_entry set timestamp = ?"
          + " where owner = ? and processor_name = ? and segment = ?"
          + " and token is not distinct from ?";

  private final String node;
  private final Serializer serializer;
  private final Map<Claim, Position> claims = new ConcurrentHashMap<>();

  private record Claim(String processor, int segment) {}

  /** As the database holds it; none before a first event. */
  private record Position(byte @Nullable [] token) {}

  FencedTokenStore(Builder builder, String node, Serializer serializer) {
    super(builder);
    this.node = node;
    this.serializer = serializer;
  }

  @Override
  protected TrackingToken claimToken(Connection connection, AbstractTokenEntry<?> entry)
      throws SQLException {
    TrackingToken claimed = super.claimToken(connection, entry);
    SerializedObject<?> stored = entry.getSerializedToken();
    claims.put(
        new Claim(entry.getProcessorName(), entry.getSegment()),
        new Position(stored == null ? null : (byte[]) stored.getData()));
    return claimed;
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
    SerializedObject<byte[]> next =
        token == null ? null : serializer.serialize(token, byte[].class);
    byte[] data = next == null ? null : next.getData();
    Claim claim = new Claim(processor, segment);
    boolean stored =
        update(
            STORE,
            claim,
            claims.get(claim),
            statement -> {
              statement.setBytes(1, data);
              statement.setString(2, next == null ? null : next.getType().getName());
              return 3;
            });
    if (!stored) {
      throw lost(claim);
    }
    claims.put(claim, new Position(data));
  }

  @Override
  public void extendClaim(String processor, int segment) {
    Claim claim = new Claim(processor, segment);
    Position last = claims.get(claim);
    if (!isExtended(claim, last)) {
      Position storedMeanwhile = claims.get(claim);
      if (Objects.equals(last, storedMeanwhile) || !isExtended(claim, storedMeanwhile)) {
        throw lost(claim);
      }
    }
  }

  private boolean isExtended(Claim claim, @Nullable Position last) {
    return update(EXTEND, claim, last, statement -> 1);
  }

  /** Answers whether the claim is this process's still, and the position the one it knows. */
  private boolean update(String sql, Claim claim, @Nullable Position last, Parameters parameters) {
    if (last == null) {
      return false;
    }
    Connection connection = getConnection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = parameters.set(statement);
      statement.setString(at++, DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()));
      statement.setString(at++, node);
      statement.setString(at++, claim.processor);
      statement.setInt(at++, claim.segment);
      statement.setBytes(at, last.token);
      return statement.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw new JdbcException("Could not store the position of " + claim.processor, failure);
    } finally {
      closeQuietly(connection);
    }
  }

  private static UnableToClaimTokenException lost(Claim claim) {
    return new PositionLost(
        claim.processor + " is not where this process left it, or not this process's any more");
  }

  /** Tells all there is to tell in one line: it happens at each switch of a read model. */
  private static final class PositionLost extends UnableToClaimTokenException {
    PositionLost(String message) {
      super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Sets a statement's first parameters; answers the place of the next. */
  private interface Parameters {
    int set(PreparedStatement statement) throws SQLException;
  }
}
