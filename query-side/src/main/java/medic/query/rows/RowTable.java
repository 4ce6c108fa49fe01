package medic.query.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a read model, and the statements that write many of its rows at once. */
public final class RowTable {

  /** Where the tables are that readers read. */
  public static final String READ = "read";

  private final String schema;
  private final String table;
  private final List<Column> key;
  private final List<Column> columns;
  private final Set<String> names;
  private final Map<Set<String>, String> updates = new ConcurrentHashMap<>();
  private final Map<String, RowTable> elsewhere = new ConcurrentHashMap<>();
  private boolean readBack;
  private boolean addedTo;

  private RowTable(
      String schema, String table, List<Column> key, List<Column> columns, Set<String> names) {
    this.schema = schema;
    this.table = table;
    this.key = key;
    this.columns = columns;
    this.names = names;
  }

  /** By its name with the schema, as in {@code read.booking_v1}. */
  public static RowTable named(String name) {
    String[] parts = name.split("\\.");
    return new RowTable(parts[0], parts[1], new ArrayList<>(), new ArrayList<>(), new HashSet<>());
  }

  public RowTable key(String column, String type) {
    key.add(new Column(column, type));
    names.add(column);
    return this;
  }

  public RowTable column(String column, String type) {
    columns.add(new Column(column, type));
    names.add(column);
    return this;
  }

  /** Its projection asks for rows while it makes them: there are few, and a rebuild keeps them. */
  public RowTable readBack() {
    readBack = true;
    return this;
  }

  /** Each row is put once and never changed: a rebuild need not look for an earlier one. */
  public RowTable addedTo() {
    addedTo = true;
    return this;
  }

  public boolean isReadBack() {
    return readBack;
  }

  public boolean isAddedTo() {
    return addedTo;
  }

  /** The table of the same name and shape in another schema. */
  public RowTable in(String other) {
    return schema.equals(other) ? this : elsewhere.computeIfAbsent(other, this::copyIn);
  }

  private RowTable copyIn(String other) {
    RowTable copy = new RowTable(other, table, key, columns, names);
    copy.readBack = readBack;
    copy.addedTo = addedTo;
    return copy;
  }

  /** With its schema. */
  public String name() {
    return schema + "." + table;
  }

  /** Without its schema. */
  public String table() {
    return table;
  }

  public List<Column> key() {
    return key;
  }

  public List<Column> allColumns() {
    return keyAnd(columns);
  }

  /** The columns beside the key. */
  List<Column> columns() {
    return columns;
  }

  /** The columns of these names, in this table's order. */
  List<Column> columns(Set<String> names) {
    return columns.stream().filter(column -> names.contains(column.name())).toList();
  }

  boolean has(String column) {
    return names.contains(column);
  }

  /**
   * @throws IllegalArgumentException for a name that is no column of this table
   */
  void mustHave(Set<String> wanted) {
    if (!names.containsAll(wanted)) {
      Set<String> strange = new TreeSet<>(wanted);
      strange.removeAll(names);
      throw new IllegalArgumentException(name() + " has no column " + String.join(", ", strange));
    }
  }

  List<Column> keyAnd(List<Column> others) {
    return Stream.concat(key.stream(), others.stream()).toList();
  }

  String upsert() {
    List<Column> all = allColumns();
    return "insert into %s (%s) select %s from %s u(%2$s) on conflict (%s) do %s"
        .formatted(
            name(),
            list(all, "%s"),
            all.stream().map(RowTable::unpacked).collect(Collectors.joining(", ")),
            unnest(all),
            list(key, "%s"),
            columns.isEmpty() ? "nothing" : "update set " + list(columns, "%1$s = excluded.%1$s"));
  }

  String update(List<Column> changed) {
    Set<String> names = changed.stream().map(Column::name).collect(Collectors.toSet());
    return updates.computeIfAbsent(
        names,
        any ->
            "update %s t set %s from %s u(%s) where %s"
                .formatted(
                    name(),
                    changed.stream()
                        .map(column -> column.name() + " = " + unpacked(column))
                        .collect(Collectors.joining(", ")),
                    unnest(keyAnd(changed)),
                    list(keyAnd(changed), "%s"),
                    sameKey()));
  }

  String delete() {
    return "delete from %s t using %s u(%s) where %s"
        .formatted(name(), unnest(key), list(key, "%s"), sameKey());
  }

  private String sameKey() {
    return key.stream()
        .map(column -> "t.%1$s = u.%1$s".formatted(column.name()))
        .collect(Collectors.joining(" and "));
  }

  private static String unpacked(Column column) {
    return column.isArray()
        ? "u.%s::%s".formatted(column.name(), column.type())
        : "u." + column.name();
  }

  private static String unnest(List<Column> columns) {
    return columns.stream()
        .map(column -> "?::" + column.elementType() + "[]")
        .collect(Collectors.joining(", ", "unnest(", ")"));
  }

  private static String list(List<Column> columns, String form) {
    return columns.stream()
        .map(column -> form.formatted(column.name()))
        .collect(Collectors.joining(", "));
  }
}
