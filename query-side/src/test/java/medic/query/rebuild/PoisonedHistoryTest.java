package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What could not be handled once cannot be handled again: it is parked, and all else is made. */
@Tag("server")
class PoisonedHistoryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final QuerySide SIDE = QuerySide.startAnother();

  private final QuerySide side = SIDE;
  private final RebuildTable rebuilds = side.bean(RebuildTable.class);

  @Test
  void parksWhatItsHandlerRefusesAsTheReadModelDid() throws Exception {
    DoctorId nobody = new DoctorId(UUID.randomUUID());
    for (int i = 0; i < 3; i++) {
      side.happened(exception(nobody, "2030-03-04T08:00:00Z"));
    }
    side.happened(new Practice().opened()).settled();
    List<String> parked = parked("schedule");
    List<String> before = rows("read.schedule_v1");
    assertThat(parked).hasSizeGreaterThanOrEqualTo(3);

    done("schedule");

    assertThat(parked("schedule")).isEqualTo(parked);
    assertThat(rows("read.schedule_v1")).isEqualTo(before);
    assertThat(rebuilds.of("schedule").orElseThrow().parked()).isEqualTo(parked.size());
  }

  private static AvailabilityExceptionAdded exception(DoctorId doctor, String at) {
    return new AvailabilityExceptionAdded(
        doctor,
        new ExceptionId(UUID.randomUUID()),
        Instant.parse(at),
        Instant.parse(at).plusSeconds(3_600),
        ExceptionStatus.BLOCKED,
        null,
        null,
        null);
  }

  @Test
  void findsTheEventWhoseRowTheDatabaseRefuses() throws Exception {
    DoctorId spoilt = new DoctorId(UUID.randomUUID());
    side.happened(
        new DoctorRegistered(spoilt, "Dr. \u0000", "none", "x@example.org", Practice.BERLIN));
    side.happened(new Practice().opened()).settled();
    List<String> parked = parked("names");
    List<String> before = rows("read.name_v1");
    assertThat(parked).isNotEmpty();

    done("names");

    assertThat(parked("names")).isEqualTo(parked);
    assertThat(rows("read.name_v1")).isEqualTo(before);
  }

  private void done(String group) throws Exception {
    assertThat(rebuilds.ask(group, "asked")).isTrue();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!rebuilds.of(group).orElseThrow().state().isOver()) {
      assertThat(System.nanoTime()).as("%s", rebuilds.all()).isLessThan(deadline);
      Thread.sleep(20);
    }
    assertThat(rebuilds.of(group).orElseThrow().state()).isEqualTo(RebuildState.DONE);
    side.settled();
  }

  private List<String> rows(String table) {
    return side.jdbc()
        .queryForList("select t::text from " + table + " t order by t::text", String.class);
  }

  private List<String> parked(String group) {
    return side.jdbc()
        .queryForList(
            "select aggregate_id || ' ' || sequence_number from work.parked_event"
                + " where processing_group = ? order by 1",
            String.class,
            group);
  }
}
