package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medic.events.id.AppointmentId;
import medic.query.Practice;
import medic.query.QuerySide;
import medic.query.QuerySideConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs from the log is found and named, and nothing else is. */
@Tag("server")
class CheckTest {

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();
  private final AppointmentId visit = Practice.newAppointment();

  static List<String> groups() {
    return QuerySideConfiguration.GROUPS;
  }

  @BeforeEach
  void history() throws Exception {
    side.happened(practice.opened());
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void findsNothingWhereAllIsWell(String group) {
    CheckView found = check(group);
    assertThat(found.findings()).isEmpty();
    assertThat(found.differences()).isZero();
    assertThat(found.rows()).isPositive();
    assertThat(found.position()).isEqualTo(side.head());
  }

  @Test
  void namesWhatDiffersWhatIsMissingAndWhatIsTooMany() throws Exception {
    AppointmentId gone = Practice.newAppointment();
    side.happened(practice.booked(gone, "2030-03-05T08:00:00Z")).settled();
    UUID strange = UUID.randomUUID();
    side.jdbc().update("delete from read.booking_v1 where appointment_id = ?", gone.value());
    side.jdbc()
        .update(
            "update read.booking_v1 set status = 'spoilt', mode = 'x' where appointment_id = ?",
            visit.value());
    side.jdbc()
        .update(
            "create temp table one as select * from read.booking_v1 where appointment_id = '"
                + visit.value()
                + "'; update one set appointment_id = '"
                + strange
                + "'; insert into read.booking_v1 select * from one; drop table one");
    try {
      CheckView found = check("bookings");
      assertThat(found.findings())
          .containsExactlyInAnyOrder(
              "read.booking_v1 appointment_id=" + gone.value() + " is missing",
              "read.booking_v1 appointment_id=" + visit.value() + " differs in status, mode",
              "read.booking_v1 appointment_id=" + strange + " is too many");
      assertThat(found.differences()).isEqualTo(3);
      assertThat(side.bean(CheckTable.class).of("bookings")).contains(found);
    } finally {
      side.replay("bookings");
    }
  }

  @Test
  void isRightWhileMoreHappens() throws Exception {
    Thread busy =
        new Thread(
            () -> {
              for (int i = 0; i < 300 && !Thread.interrupted(); i++) {
                side.happened(
                    practice.booked(
                        Practice.newAppointment(), "2030-05-%02dT08:00:00Z".formatted(1 + i % 28)));
              }
            });
    busy.start();
    try {
      for (int i = 0; i < 3; i++) {
        assertThat(check("agenda").findings()).isEmpty();
        assertThat(check("availability").findings()).isEmpty();
      }
    } finally {
      busy.interrupt();
      busy.join();
      side.settled();
    }
  }

  private CheckView check(String group) {
    return side.bean(Checks.class).check(group, events -> {});
  }
}
