package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.LocationAdded;
import medic.events.id.AppointmentId;
import medic.events.id.LocationId;
import medic.query.Practice;
import medic.query.QuerySide;
import medic.query.QuerySideConfiguration;
import medic.query.rows.Rebuildable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every read model, made anew by the same mechanism, is what it was. */
@Tag("server")
class RebuildTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final QuerySide side = QuerySide.start();
  private final RebuildTable rebuilds = side.bean(RebuildTable.class);
  private final Practice practice = new Practice();

  static List<String> groups() {
    return QuerySideConfiguration.GROUPS;
  }

  @BeforeEach
  void history() throws Exception {
    side.happened(practice.opened());
    for (int i = 0; i < 40; i++) {
      AppointmentId visit = Practice.newAppointment();
      String at = "2030-03-%02dT08:00:00Z".formatted(1 + i % 28);
      side.happened(practice.booked(visit, at));
      if (i % 3 == 0) {
        side.happened(practice.moved(visit, at, "2030-04-%02dT08:00:00Z".formatted(1 + i % 28)));
      }
      if (i % 4 == 0) {
        side.happened(practice.cancelled(visit));
      }
    }
    side.happened(practice.template(DayOfWeek.FRIDAY), location("Bonn"), location("Ulm"));
    side.happened(new AppointmentTypeWithdrawn(practice.doctor, practice.type)).settled();
  }

  private LocationAdded location(String city) {
    return new LocationAdded(
        practice.doctor,
        new LocationId(UUID.randomUUID()),
        "New, with\ta tab, a \\ and a \" or\ntwo lines",
        null,
        city + " \"am\" \\ Rhein, {1}",
        null,
        Practice.BERLIN,
        null,
        7.1,
        true);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void isWhatItWas(String group) throws Exception {
    Map<String, List<String>> before = rows(group);
    Map<String, List<String>> shape = shape(group);

    rebuilt(group);

    assertSame(rows(group), before);
    assertThat(before.values().stream().mapToInt(List::size).sum()).isPositive();
    assertThat(shape(group)).isEqualTo(shape);
    awaitNothingLeftOver();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void mendsWhatWasSpoilt(String group) throws Exception {
    Map<String, List<String>> before = rows(group);
    Rebuildable model = model(group);
    side.jdbc().execute("delete from " + model.rowTables().get(0).name());

    rebuilt(group);

    assertSame(rows(group), before);
  }

  @Test
  void goesOnAfterTheSwitch() throws Exception {
    rebuilt("bookings");
    side.happened(practice.booked(Practice.newAppointment(), "2030-05-06T08:00:00Z")).settled();
    Map<String, List<String>> after = rows("bookings");
    side.replay("bookings");
    assertSame(rows("bookings"), after);
  }

  private static void assertSame(Map<String, List<String>> rows, Map<String, List<String>> before) {
    assertThat(rows.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (table, expected) -> {
          assertThat(rows.get(table).stream().filter(row -> !expected.contains(row)).limit(3))
              .as("too many in %s", table)
              .isEmpty();
          assertThat(expected.stream().filter(row -> !rows.get(table).contains(row)).limit(3))
              .as("missing in %s", table)
              .isEmpty();
          assertThat(rows.get(table)).hasSameSizeAs(expected);
        });
  }

  private void rebuilt(String group) throws Exception {
    assertThat(rebuilds.ask(group, "asked")).isTrue();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!rebuilds.of(group).orElseThrow().state().isOver()) {
      assertThat(System.nanoTime()).as("%s", rebuilds.of(group)).isLessThan(deadline);
      Thread.sleep(20);
    }
    Rebuild over = rebuilds.of(group).orElseThrow();
    assertThat(over.state()).as("%s", over).isEqualTo(RebuildState.DONE);
    assertThat(over.parked()).isZero();
    side.settled();
  }

  private Rebuildable model(String group) {
    return side.beans(Rebuildable.class).stream()
        .filter(model -> model.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, List<String>> rows(String group) {
    Map<String, List<String>> rows = new TreeMap<>();
    model(group)
        .rowTables()
        .forEach(
            table ->
                rows.put(
                    table.name(),
                    side.jdbc()
                        .queryForList(
                            "select t::text from " + table.name() + " t order by t::text",
                            String.class)));
    return rows;
  }

  private Map<String, List<String>> shape(String group) {
    Map<String, List<String>> shape = new TreeMap<>();
    model(group)
        .rowTables()
        .forEach(
            table ->
                shape.put(
                    table.name(),
                    side.jdbc()
                        .queryForList(
                            """
                            select attname || format_type(atttypid, atttypmod) || attnotnull
                            from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0
                            union all select pg_get_indexdef(indexrelid) from pg_index
                            where indrelid = '%1$s'::regclass
                            union all select unnest(reloptions) from pg_class
                            where oid = '%1$s'::regclass order by 1
                            """
                                .formatted(table.name()),
                            String.class)));
    return shape;
  }

  private void awaitNothingLeftOver() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!leftOver().isEmpty()) {
      assertThat(System.nanoTime()).as("%s", leftOver()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private List<String> leftOver() {
    return side.jdbc()
        .queryForList(
            "select relname from pg_class where relkind = 'r' and relnamespace in"
                + " ('read_next'::regnamespace, 'read_old'::regnamespace)",
            String.class);
  }
}
