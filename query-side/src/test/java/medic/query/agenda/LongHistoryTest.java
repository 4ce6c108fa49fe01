package medic.query.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.UUID;
import medic.query.Pages;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class LongHistoryTest {

  private final QuerySide side = QuerySide.start();
  private final Practice old = new Practice();

  /** No event tells of these rows, so no replay would bring them back. */
  @AfterEach
  void forget() {
    side.jdbc().update("delete from read.agenda_entry_v1 where doctor_id = ?", old.doctor.value());
  }

  @Test
  void tenYearsOfEntriesAreNotRead() throws Exception {
    Practice fresh = new Practice();
    side.happened(fresh.opened());
    side.happened(old.opened()).settled();
    side.jdbc()
        .update(
            "insert into read.agenda_entry_v1 (kind, id, doctor_id, starts_at, ends_at, status)"
                + " select 'appointment', gen_random_uuid(), ?, t, t + interval '30 minutes', 'completed'"
                + " from generate_series(?::timestamptz - interval '10 years', ?::timestamptz"
                + " - interval '2 days', interval '2 hours') t",
            old.doctor.value(),
            Timestamp.from(QuerySide.NOW),
            Timestamp.from(QuerySide.NOW));
    side.jdbc().execute("vacuum analyze read.agenda_entry_v1");

    assertThat(pages(old)).isLessThanOrEqualTo(pages(fresh) + 12);
  }

  private int pages(Practice practice) {
    UUID doctor = practice.doctor.value();
    Timestamp from = Timestamp.from(QuerySide.NOW);
    Timestamp to = Timestamp.from(QuerySide.NOW.plusSeconds(7 * 86_400));
    return Pages.touchedBy(
        side.jdbc(),
        AgendaQueries.ENTRIES,
        query -> {
          Object[] values = {doctor, to, from, from, doctor, from, from};
          for (int i = 0; i < values.length; i++) {
            query.setObject(i + 1, values[i]);
          }
        });
  }
}
