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

  private final String name;
  private final List<Column> key = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Set<String>, String> updates = new ConcurrentHashMap<>();

  private RowTable(String name) {
    this.name = name;
  }

  public static RowTable named(String name) {
    return new RowTable(name);
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

  public String name() {
    return name;
  }

  List<Column> key() {
    return key;
  }

  List<Column> allColumns() {
    return Stream.concat(key.stream(), columns.stream()).toList();
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
      throw new IllegalArgumentException(name + " has no column " + String.join(", ", strange));
    }
  }

  List<Column> keyAnd(List<Column> others) {
    return Stream.concat(key.stream(), others.stream()).toList();
  }

  String upsert() {
    List<Column> all = allColumns();
    return "insert into %s (%s) select * from %s on conflict (%s) do %s"
        .formatted(
            name,
            list(all, "%s"),
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
                    name,
                    list(changed, "%1$s = u.%1$s"),
                    unnest(keyAnd(changed)),
                    list(keyAnd(changed), "%s"),
                    sameKey()));
  }

  String delete() {
    return "delete from %s t using %s u(%s) where %s"
        .formatted(name, unnest(key), list(key, "%s"), sameKey());
  }

  private String sameKey() {
    return key.stream()
        .map(column -> "t.%1$s = u.%1$s".formatted(column.name()))
        .collect(Collectors.joining(" and "));
  }

  private static String unnest(List<Column> columns) {
    return columns.stream()
        .map(column -> "?::" + column.type() + "[]")
        .collect(Collectors.joining(", ", "unnest(", ")"));
  }

  private static String list(List<Column> columns, String form) {
    return columns.stream()
        .map(column -> form.formatted(column.name()))
        .collect(Collectors.joining(", "));
  }
}
