package medic.query.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.query.rows.RowTable;

/**
 * The tables of one read model in a schema beside that of the readers: made with the shape that
 * those have, indexed as they are, and put in their place.
 */
final class NextTables {

  /** Where the next generation is made. */
  static final String NEXT = "read_next";

  /** Where the one before goes, until it is dropped. */
  static final String OLD = "read_old";

  /** Where a check makes its own. */
  static final String CHECK = "read_check";

  /** Columns and indexes of a table, to be compared with another's. */
  private static final String SHAPE =
      """
      select attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
      from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped
      union all
      select regexp_replace(pg_get_indexdef(indexrelid), ' ON .*? USING ', ' ')
      from pg_index where indrelid = '%1$s'::regclass
      order by 1
      """;

  private static final String KEYS =
      """
      select format('alter table %%s add constraint %%I %%s', '%1$s', conname,
        pg_get_constraintdef(oid))
      from pg_constraint where conrelid = '%2$s'::regclass and contype in ('p', 'u')
      """;

  private static final String INDEXES =
      """
      select pg_get_indexdef(i.indexrelid) from pg_index i
      where i.indrelid = '%s'::regclass
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      """;

  private static final String OPTIONS =
      "select unnest(reloptions) from pg_class where oid = '%s'::regclass";

  private static final String OWNER =
      "select format('alter table %s owner to %%I', relowner::regrole::text) from pg_class"
          + " where oid = '%s'::regclass and relowner <> current_user::regrole";

  private static final String RIGHTS =
      """
      select format('grant %%s on %1$s to %%s', privilege_type,
        case when grantee = 0 then 'public' else quote_ident(grantee::regrole::text) end)
      from pg_class, aclexplode(relacl)
      where oid = '%2$s'::regclass and grantee <> relowner
      """;

  private static final Pattern ON = Pattern.compile(" ON (ONLY )?\\S+ USING ");

  private final List<RowTable> read;
  private final List<RowTable> made;
  private final boolean throwAway;

  /**
   * @param throwAway whether a crash of the database may empty them
   */
  NextTables(List<RowTable> tables, String schema, boolean throwAway) {
    this.read = tables;
    this.made = tables.stream().map(table -> table.in(schema)).toList();
    this.throwAway = throwAway;
  }

  static NextTables next(List<RowTable> tables) {
    return new NextTables(tables, NEXT, false);
  }

  /** Empty, without indexes, with room for parts of rows beside each. */
  void create(LongSession session) throws SQLException {
    drop(session);
    for (int i = 0; i < made.size(); i++) {
      session.run(creation(session, read.get(i).name(), made.get(i).name()));
      if (!made.get(i).isAddedTo()) {
        session.run(RowParts.creation(made.get(i)));
      }
    }
  }

  private String creation(LongSession session, String from, String table) throws SQLException {
    List<String> options = session.texts(OPTIONS.formatted(from));
    return "create %s table %s (like %s including defaults including constraints including storage"
            .formatted(throwAway ? "unlogged" : "", table, from)
        + ")"
        + (options.isEmpty() ? "" : " with (" + String.join(", ", options) + ")");
  }

  /** Keys, indexes, rights and statistics, as those have that are read. */
  void complete(LongSession session, Fence fence) throws SQLException {
    for (int i = 0; i < made.size(); i++) {
      for (String statement : additions(session, read.get(i).name(), made.get(i).name())) {
        session.together(
            () -> {
              fence.hold(session);
              session.run("set local maintenance_work_mem = '128MB'", statement);
            });
      }
      fence.look();
      session.run("vacuum (analyze) " + made.get(i).name());
    }
  }

  private static List<String> additions(LongSession session, String from, String table)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    statements.addAll(session.texts(KEYS.formatted(table, from)));
    for (String index : session.texts(INDEXES.formatted(from))) {
      statements.add(
          ON.matcher(index).replaceFirst(Matcher.quoteReplacement(" ON " + table + " USING ")));
    }
    statements.addAll(session.texts(RIGHTS.formatted(table, from)));
    statements.addAll(session.texts(OWNER.formatted(table, from)));
    return statements;
  }

  /** Whether they have columns and indexes as those have that are read. */
  boolean haveTheShape(LongSession session) throws SQLException {
    for (int i = 0; i < made.size(); i++) {
      List<String> shape = session.texts(SHAPE.formatted(made.get(i).name()));
      if (!shape.equals(session.texts(SHAPE.formatted(read.get(i).name())))) {
        return false;
      }
    }
    return true;
  }

  boolean exist(LongSession session) throws SQLException {
    for (RowTable table : made) {
      if (session.texts("select to_regclass('" + table.name() + "')").get(0) == null) {
        return false;
      }
    }
    return true;
  }

  /** Nobody reads or writes these, from now to the end of the transaction. */
  String lock() {
    return read.stream()
        .map(RowTable::name)
        .collect(Collectors.joining(", ", "lock table ", " in access exclusive mode"));
  }

  /** Puts these in the place of those that are read. */
  String replacement() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < made.size(); i++) {
      sql.append("alter table ").append(read.get(i).name()).append(" set schema " + OLD + ";");
      sql.append("alter table ").append(made.get(i).name()).append(" set schema read;");
    }
    return sql.toString();
  }

  /** As if they had never been made. */
  void drop(LongSession session) throws SQLException {
    for (String statement : drops()) {
      session.run(statement);
    }
  }

  List<String> drops() {
    return made.stream()
        .flatMap(table -> Stream.of(table.name(), RowParts.of(table).name()))
        .map(name -> "drop table if exists " + name)
        .toList();
  }

  /** What was read before. */
  void dropOld(LongSession session) throws SQLException {
    for (RowTable table : read) {
      session.run("drop table if exists " + table.in(OLD).name());
    }
  }

  /** The room beside each table. */
  void dropParts(LongSession session) throws SQLException {
    for (RowTable table : made) {
      session.run("drop table if exists " + RowParts.of(table).name());
    }
  }
}
