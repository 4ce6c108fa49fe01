package medic.query.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import medic.availability.Interval;
import medic.query.Pages;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class LongHistoryTest {

  private static final int TEN_YEARS = 40_000;

  private final QuerySide side = QuerySide.start();
  private final Practice old = new Practice();

  /** No event tells of these rows, so no replay would bring them back. */
  @AfterEach
  void forget() {
    side.jdbc()
        .update("delete from read.availability_occupied_v1 where calendar = ?", old.doctor.value());
  }

  @Test
  void tenYearsOfVisitsAreNotRead() throws Exception {
    Practice fresh = new Practice();
    side.happened(fresh.opened());
    side.happened(old.opened()).settled();
    side.jdbc()
        .update(
            "insert into read.availability_occupied_v1 select ?, 0, gen_random_uuid(), ? - i *"
                + " 7200000::bigint, ? - i * 7200000::bigint + 1800000, null"
                + " from generate_series(1, ?) i",
            old.doctor.value(),
            QuerySide.NOW.toEpochMilli(),
            QuerySide.NOW.toEpochMilli(),
            TEN_YEARS);
    side.jdbc().execute("vacuum analyze read.availability_occupied_v1");

    assertThat(pages(old)).isLessThanOrEqualTo(pages(fresh) + 12);
  }

  private int pages(Practice practice) {
    long from = QuerySide.NOW.toEpochMilli();
    Interval month = new Interval(from, from + 30 * 86_400_000L);
    return Pages.touchedBy(
        side.jdbc(),
        DoctorTimesReader.OF_DOCTOR,
        query ->
            query.setObject(
                DoctorTimesReader.bind(
                    query, new Object[0], month, QuerySide.NOW, new UUID(0, 0), null),
                practice.doctor.value()));
  }
}
