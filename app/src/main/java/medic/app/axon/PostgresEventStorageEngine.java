package medic.app.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medic.booking.deciding.StorePosition;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC event store, where appending is one statement: all events of a unit of work, of
 * whichever aggregates, are stored by it or none is, in one round trip and with one flush to disk.
 * It tells the unit of work the global position of the last of them.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

  private static final int COLUMNS = 9;

  /** PostgreSQL takes 65,535 parameters a statement. */
  private static final int MAX_EVENTS = 65_535 / COLUMNS;

  private static final byte[] UNREADABLE = {};

  private static final String ROW = "(?,?,?,?,?,?,?,?,?)";

  PostgresEventStorageEngine(Builder builder) {
    super(builder);
  }

  /**
   * Its payload at once: one that cannot be read is left out, where Axon would find it too late.
   */
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
    snapshot.ifPresent(Message::getPayload);
    return snapshot;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    if (events.size() > MAX_EVENTS) {
      throw new EventStoreException("too many events for one unit of work: " + events.size());
    }
    List<Row> rows = events.stream().map(event -> Row.of(event, serializer)).toList();
    try (Connection connection = getConnection();
        PreparedStatement insert = connection.prepareStatement(insertOf(rows.size()))) {
      fill(insert, rows);
      insert.setQueryTimeout(StoreLimits.APPEND_SECONDS);
      tellPosition(lastIndex(insert));
    } catch (SQLException failure) {
      handlePersistenceException(failure, events.get(0));
    }
  }

  private String insertOf(int events) {
    StringBuilder sql = new StringBuilder(400);
    sql.append("insert into ").append(schema().domainEventTable());
    sql.append(" (").append(domainEventFields()).append(") values ").append(ROW);
    for (int i = 1; i < events; i++) {
      sql.append(',').append(ROW);
    }
    return sql.append(" returning ").append(schema().globalIndexColumn()).toString();
  }

  private static void fill(PreparedStatement insert, List<Row> rows) throws SQLException {
    int at = 0;
    for (Row row : rows) {
      DomainEventMessage<?> event = row.event;
      SerializedObject<byte[]> payload = row.payload;
      insert.setString(++at, event.getIdentifier());
      insert.setString(++at, event.getAggregateIdentifier());
      insert.setLong(++at, event.getSequenceNumber());
      insert.setString(++at, event.getType());
      insert.setString(++at, text(event.getTimestamp()));
      insert.setString(++at, payload.getType().getName());
      insert.setString(++at, payload.getType().getRevision());
      insert.setBytes(++at, payload.getData());
      insert.setBytes(++at, row.metaData.getData());
    }
  }

  private static String text(Instant timestamp) {
    return DateTimeUtils.formatInstant(timestamp);
  }

  private static long lastIndex(PreparedStatement insert) throws SQLException {
    long last = -1;
    try (ResultSet indexes = insert.executeQuery()) {
      while (indexes.next()) {
        last = Math.max(last, indexes.getLong(1));
      }
    }
    return last;
  }

  private static void tellPosition(long position) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().root().resources().put(StorePosition.APPENDED, position);
    }
  }

  /**
   * A late event, read out of a gap, has a token that stands further on: it is told its own
   * position in its metadata, or two events would claim one. So is one without metadata, which
   * Axon's stream would not survive. One whose time cannot be read has no payload that could be:
   * whoever would handle it puts it aside.
   */
  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, GapAwareTrackingToken previousToken) throws SQLException {
    TrackedEventData<?> data = super.getTrackedEventData(row, previousToken);
    long index = row.getLong(schema().globalIndexColumn());
    boolean late = data.trackingToken().position().orElse(index) != index;
    boolean bare = row.getBytes(schema().metaDataColumn()) == null;
    boolean timeless = !StoredTime.canBeRead(row.getString(schema().timestampColumn()));
    if (!late && !bare && !timeless) {
      return data;
    }
    byte[] payload = timeless ? UNREADABLE : row.getBytes(schema().payloadColumn());
    return new TrackedDomainEventData<>(
        data.trackingToken(), LateEvent.at(index, payload, row, schema()));
  }

  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    return StoredTime.readable(row.getString(column));
  }

  /**
   * An event, serialised before a connection is taken: sealing may need one of its own, for a
   * patient's key, and whoever holds one and waits for another may wait for themselves.
   */
  private record Row(
      DomainEventMessage<?> event,
      SerializedObject<byte[]> payload,
      SerializedObject<byte[]> metaData) {

    static Row of(EventMessage<?> message, Serializer serializer) {
      DomainEventMessage<?> event = EventUtils.asDomainEventMessage(message);
      SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
      SerializedObject<byte[]> metaData = event.serializeMetaData(serializer, byte[].class);
      ReadBack.prove(payload, serializer);
      ReadBack.prove(metaData, serializer);
      return new Row(event, payload, metaData);
    }
  }
}
