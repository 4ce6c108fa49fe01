package medic.query.rows;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row, or a part of one: columns by name. What a fold makes of an event and a query reads. */
public final class RowValues {

  private final Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();

  /** A whole row of a result. */
  public static RowMapper<RowValues> rows() {
    return (row, number) -> read(row);
  }

  public static RowValues none() {
    return new RowValues();
  }

  public RowValues with(String column, @Nullable Object value) {
    byColumn.put(column, value);
    return this;
  }

  /** Takes over the other's columns; where both have one, the other's. */
  public RowValues merge(RowValues other) {
    byColumn.putAll(other.byColumn);
    return this;
  }

  public boolean isEmpty() {
    return byColumn.isEmpty();
  }

  /** All that are set, null included. */
  public Map<String, @Nullable Object> byColumn() {
    return byColumn;
  }

  public @Nullable Object get(String column) {
    return byColumn.get(column);
  }

  /** The values of a table's key, in its order. */
  List<Object> keyOf(RowTable table) {
    return table.key().stream()
        .map(column -> Objects.requireNonNull(get(column.name()), column.name()))
        .toList();
  }

  public UUID uuid(String column) {
    return (UUID) Objects.requireNonNull(get(column), column);
  }

  public Instant instant(String column) {
    return (Instant) Objects.requireNonNull(get(column), column);
  }

  public @Nullable Instant instantOrNull(String column) {
    return (Instant) get(column);
  }

  public String text(String column) {
    return (String) Objects.requireNonNull(get(column), column);
  }

  public @Nullable String textOrNull(String column) {
    return (String) get(column);
  }

  public long number(String column) {
    return ((Number) Objects.requireNonNull(get(column), column)).longValue();
  }

  public @Nullable Long numberOrNull(String column) {
    return get(column) instanceof Number number ? number.longValue() : null;
  }

  public ZoneId zone(String column) {
    return ZoneId.of(text(column));
  }

  public <T> T id(String column, Function<UUID, T> type) {
    return type.apply(uuid(column));
  }

  public <T> @Nullable T idOrNull(String column, Function<UUID, T> type) {
    return get(column) instanceof UUID id ? type.apply(id) : null;
  }

  public <E extends Enum<E>> E name(String column, Class<E> type) {
    return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
  }

  public <E extends Enum<E>> @Nullable E nameOrNull(String column, Class<E> type) {
    return get(column) == null ? null : name(column, type);
  }

  /** How an enum constant is stored: as on the wire. */
  public static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static RowValues read(ResultSet row) throws SQLException {
    RowValues values = new RowValues();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      values.with(
          columns.getColumnLabel(i), value instanceof Timestamp time ? time.toInstant() : value);
    }
    return values;
  }

  @Override
  public String toString() {
    return byColumn.keySet().toString();
  }
}
