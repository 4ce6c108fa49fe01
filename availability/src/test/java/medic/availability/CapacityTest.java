package medic.availability;

import static medic.availability.Practice.HERE;
import static medic.availability.Practice.hours;
import static medic.availability.Practice.with;
import static medic.availability.WeeklyHours.NO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What time is taken: peaks, buffers, rooms. */
class CapacityTest {

  private final Practice practice = new Practice();

  @Test
  void countsThePeakNotTheNumber() {
    practice
        .open(hours(HERE, "10:00", "10:30", 2, 0))
        .booked("10:00", "10:10")
        .booked("10:10", "10:20")
        .booked("10:20", "10:30");
    assertThat(practice.slots()).containsExactly("10:00");
  }

  @Test
  void isFullWhenThePeakReachesTheParallelVisits() {
    practice
        .open(hours(HERE, "10:00", "11:00", 2, 0))
        .booked("10:00", "10:20")
        .booked("10:19", "10:30");
    assertThat(practice.slots()).containsExactly("10:30x2");
  }

  @Test
  void adjacentVisitsDoNotTouch() {
    practice.open(hours("09:00", "10:30")).booked("09:30", "10:00");
    assertThat(practice.slots()).containsExactly("09:00", "10:00");
  }

  @Test
  void buffersOfNeighboursAdd() {
    practice.open(hours("09:00", "11:30")).booked("09:55", "10:30").visit(30, new Buffers(0, 1));
    assertThat(practice.slots()).containsExactly("09:00", "10:30", "11:00");
  }

  @Test
  void theLargerBufferCountsBeforeAndAfterSeparately() {
    practice
        .open(with(hours("09:00", "12:00"), new Buffers(10, 0), NO_ROOM))
        .visit(30, new Buffers(0, 5));
    Verdict verdict = practice.judge("10:00");
    assertThat(verdict.buffers()).isEqualTo(new Buffers(10, 5));
    assertThat(verdict.occupied()).isEqualTo(Practice.span("09:50", "10:35"));
  }

  @Test
  void outsideTimeBlocksHoweverManyMayRunInParallel() {
    practice.open(hours(HERE, "09:00", "10:00", 5, 0)).busy("09:10", "09:11");
    assertThat(practice.slots()).containsExactly("09:30x5");
  }

  @Test
  void aRoomBoundsWhatIsLeft() {
    practice
        .open(with(hours(HERE, "09:00", "10:00", 5, 0), Buffers.NONE, 4))
        .room(4, 2)
        .roomTaken(4, "09:00", "09:30");
    assertThat(practice.slots()).containsExactly("09:00#4", "09:30#4x2");
  }

  @Test
  void aRoomOfUntoldCapacityHoldsOne() {
    practice
        .open(with(hours(HERE, "09:00", "10:00", 5, 0), Buffers.NONE, 4))
        .roomTaken(4, "09:00", "09:30");
    assertThat(practice.slots()).containsExactly("09:30#4");
  }

  @Test
  void theVisitsDefaultRoomCountsWhereTheHoursNameNone() {
    practice
        .open(hours("09:00", "09:30"))
        .open(hours(Practice.THERE, "09:00", "09:30", 1, 0))
        .openOnce(HERE, 3, "10:00", "10:30")
        .defaultRoom(2);
    assertThat(practice.slots()).containsExactly("09:00#2", "09:00@1", "10:00#3");
  }

  @Test
  void bulkAndSingleOccupancyAreTheSame() {
    Occupancy.Builder bulk = Occupancy.builder().busy(new long[] {5, 1}, new long[] {9, 2});
    StepLoad load = bulk.busy(1, 3).build().busy();
    assertThat(load.cursor(0).peak(1, 2)).isEqualTo(2);
    assertThat(load.cursor(9).peak(2, 9)).isEqualTo(1);
    assertThat(load.cursor(5).peak(3, 5)).isZero();
  }

  @Test
  void aTimelessIntervalIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Occupancy.builder().booked(2, 1));
  }
}
