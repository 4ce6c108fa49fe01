package medic.availability;

import static medic.availability.Availability.ANY_ROOM;
import static medic.availability.Practice.HERE;
import static medic.availability.Practice.THERE;
import static medic.availability.Practice.hours;
import static medic.availability.Practice.span;
import static medic.availability.Practice.with;
import static medic.availability.WeeklyHours.NO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import medic.availability.Verdict.Status;
import org.junit.jupiter.api.Test;

/** What becomes of one booking, refusal by refusal. */
class VerdictTest {

  private static final Instant NINE = Instant.parse("2026-06-08T09:00:00Z");

  private final Practice practice = new Practice().open(hours("09:00", "12:00"));

  @Test
  void openNamesVisitOccupiedTimeAndRoom() {
    practice.defaultRoom(6).visit(30, new Buffers(5, 10));
    assertThat(practice.judge("10:00"))
        .isEqualTo(
            new Verdict(
                Status.OPEN,
                span("10:00", "10:30"),
                span("09:55", "10:40"),
                6,
                new Buffers(5, 10)));
  }

  @Test
  void offTheGridIsNotOffered() {
    assertThat(practice.judge("10:10").status()).isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void outOfHoursIsNotOffered() {
    assertThat(practice.judge("08:30").status()).isEqualTo(Status.NOT_OFFERED);
    assertThat(practice.judge("12:00").status()).isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void anotherPlaceIsNotOffered() {
    assertThat(practice.judge(THERE, "10:00", ANY_ROOM).status()).isEqualTo(Status.NOT_OFFERED);
    assertThat(practice.onlyAt(THERE).judge("10:00").status()).isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void closedIsNotOfferedEvenWhenTakenToo() {
    practice.closed(HERE, "10:00", "10:30").booked("10:00", "10:30");
    assertThat(practice.judge("10:00").status()).isEqualTo(Status.NOT_OFFERED);
  }

  @Test
  void shortNoticeComesBeforeTaken() {
    practice.asked(NINE, 61, null).booked("10:00", "10:30");
    assertThat(practice.judge("10:00").status()).isEqualTo(Status.TOO_SHORT_NOTICE);
  }

  @Test
  void tooFarAheadComesBeforeTaken() {
    practice.asked(NINE.minusSeconds(86_400), 0, 0).booked("10:00", "10:30");
    assertThat(practice.judge("10:00").status()).isEqualTo(Status.TOO_FAR_AHEAD);
  }

  @Test
  void takenComesBeforeTheRoomAndNamesWhatItWouldOccupy() {
    practice.defaultRoom(6).booked("10:00", "10:30").roomTaken(6, "10:00", "10:30");
    Verdict verdict = practice.judge("10:00");
    assertThat(verdict.status()).isEqualTo(Status.TAKEN);
    assertThat(verdict.room()).isEqualTo(6);
    assertThat(practice.busy("11:00", "11:01").judge("11:00").status()).isEqualTo(Status.TAKEN);
  }

  @Test
  void aWantedRoomIsCheckedInsteadOfTheOffered() {
    practice.defaultRoom(6).roomTaken(6, "10:00", "10:30");
    assertThat(practice.judge("10:00").status()).isEqualTo(Status.ROOM_TAKEN);
    assertThat(practice.judge(HERE, "10:00", 7).status()).isEqualTo(Status.OPEN);
    assertThat(practice.judge(HERE, "10:00", 7).room()).isEqualTo(7);
    assertThat(practice.judge(HERE, "10:00", NO_ROOM).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void theBestOfSeveralHoursDecides() {
    practice.open(with(hours(HERE, "10:00", "11:00", 2, 0), Buffers.NONE, 8));
    practice.booked("10:00", "10:30");
    assertThat(practice.judge("10:00").status()).isEqualTo(Status.OPEN);
    assertThat(practice.judge("10:00").room()).isEqualTo(8);
  }
}
