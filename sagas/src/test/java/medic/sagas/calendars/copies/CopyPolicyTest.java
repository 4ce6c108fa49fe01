package medic.sagas.calendars.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import medic.events.calendar.CalendarIdentity;
import medic.events.calendar.ProposalOutcome;
import medic.events.calendar.ProposedChange;
import medic.events.doctor.BusyStatus;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.PatientId;
import medic.events.id.ProposalId;
import medic.sagas.calendars.copies.CopyPolicy.Response;
import medic.sagas.calendars.copies.CopyPolicy.Step;
import medic.sagas.calendars.remote.RemoteEvent;
import org.junit.jupiter.api.Test;

class CopyPolicyTest {

  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant START = Instant.parse("2026-12-02T08:00:00Z");
  private static final Instant END = Instant.parse("2026-12-02T08:30:00Z");
  private static final Instant LATER = Instant.parse("2026-12-02T10:00:00Z");
  private static final AppointmentId VISIT = new AppointmentId(new UUID(1, 2));

  private static Copy copy(
      boolean wanted, boolean dirty, boolean tried, Copy.Remote remote, Copy.Proposal proposal) {
    return new Copy(
        new ConnectionId(new UUID(0, 1)),
        VISIT,
        new PatientId(new UUID(0, 2)),
        3,
        START,
        END,
        wanted,
        1,
        dirty,
        tried,
        false,
        false,
        remote,
        0,
        proposal);
  }

  private static Copy.Remote there(Instant starts, Instant ends) {
    return new Copy.Remote("\"1\"", false, starts, ends);
  }

  private static final Copy.Remote GONE = new Copy.Remote("\"1\"", true, null, null);

  private static RemoteEvent seen(Instant starts, Instant ends, boolean allDay) {
    return new RemoteEvent(
        CalendarIdentity.googleEventId(VISIT),
        null,
        false,
        starts,
        ends,
        allDay,
        BusyStatus.BUSY,
        "\"2\"");
  }

  private static RemoteEvent deleted() {
    return RemoteEvent.cancelled(CalendarIdentity.googleEventId(VISIT), "\"2\"");
  }

  @Test
  void takesTheStepThatIsMissing() {
    assertThat(CopyPolicy.next(copy(true, true, false, null, null))).isEqualTo(Step.INSERT);
    assertThat(CopyPolicy.next(copy(true, true, true, null, null)))
        .as("an insert that was begun may have succeeded")
        .isEqualTo(Step.LOOK);
    assertThat(CopyPolicy.next(copy(false, true, true, null, null))).isEqualTo(Step.LOOK);
    assertThat(CopyPolicy.next(copy(false, true, false, null, null))).isEqualTo(Step.DONE);
    assertThat(CopyPolicy.next(copy(true, true, true, there(START, END), null)))
        .isEqualTo(Step.DONE);
    assertThat(CopyPolicy.next(copy(true, true, true, there(LATER, END), null)))
        .isEqualTo(Step.CHANGE);
    assertThat(CopyPolicy.next(copy(true, true, true, GONE, null))).isEqualTo(Step.CHANGE);
    assertThat(CopyPolicy.next(copy(false, true, true, there(START, END), null)))
        .isEqualTo(Step.DELETE);
    assertThat(CopyPolicy.next(copy(false, true, true, GONE, null))).isEqualTo(Step.DONE);
  }

  @Test
  void tellsAnEchoFromAChange() {
    Copy copy = copy(true, false, true, there(START, END), null);
    RemoteEvent echo =
        new RemoteEvent(copy.remoteId(), null, false, LATER, END, false, BusyStatus.BUSY, "\"1\"");
    assertThat(CopyPolicy.onSeen(copy, echo, NOW)).isEqualTo(Response.IGNORE);
    assertThat(CopyPolicy.onSeen(copy, seen(START, END, false), NOW)).isEqualTo(Response.IGNORE);
    assertThat(CopyPolicy.onSeen(copy, seen(LATER, LATER.plusSeconds(60), false), NOW))
        .isEqualTo(Response.PROPOSE_MOVE);
    assertThat(CopyPolicy.onSeen(copy, deleted(), NOW)).isEqualTo(Response.PROPOSE_CANCEL);
  }

  @Test
  void putsBackWhatIsNoWish() {
    Copy copy = copy(true, false, true, there(START, END), null);
    assertThat(CopyPolicy.onSeen(copy, seen(START, LATER, false), NOW)).isEqualTo(Response.RESTORE);
    assertThat(CopyPolicy.onSeen(copy, seen(LATER, LATER, true), NOW)).isEqualTo(Response.RESTORE);
    assertThat(
            CopyPolicy.onSeen(copy(false, false, true, GONE, null), seen(START, END, false), NOW))
        .isEqualTo(Response.RESTORE);
  }

  @Test
  void writesFirstAndLeavesThePastAlone() {
    Copy waiting = copy(true, true, true, there(START, END), null);
    assertThat(CopyPolicy.onSeen(waiting, deleted(), NOW)).isEqualTo(Response.IGNORE);
    Copy over = copy(true, false, true, there(START, END), null);
    assertThat(CopyPolicy.onSeen(over, deleted(), END.plusSeconds(1))).isEqualTo(Response.IGNORE);
  }

  @Test
  void settlesWhatWasOvertakenOrFollowed() {
    ProposalId id = new ProposalId(new UUID(0, 3));
    Copy.Proposal here = new Copy.Proposal(id, ProposedChange.MOVE, START, true);
    Copy.Proposal elsewhere = new Copy.Proposal(id, ProposedChange.MOVE, LATER, true);
    Copy.Proposal waiting = new Copy.Proposal(id, ProposedChange.MOVE, START, false);
    Copy.Proposal away = new Copy.Proposal(id, ProposedChange.CANCEL, null, true);
    Copy.Remote agreed = there(START, END);
    assertThat(CopyPolicy.settled(copy(true, false, true, agreed, null))).isNull();
    assertThat(CopyPolicy.settled(copy(true, false, true, there(LATER, END), elsewhere))).isNull();
    assertThat(CopyPolicy.settled(copy(true, false, true, agreed, here)))
        .isEqualTo(ProposalOutcome.ACCEPTED);
    assertThat(CopyPolicy.settled(copy(true, false, true, agreed, elsewhere)))
        .isEqualTo(ProposalOutcome.WITHDRAWN);
    assertThat(CopyPolicy.settled(copy(true, false, true, agreed, waiting)))
        .isEqualTo(ProposalOutcome.WITHDRAWN);
    assertThat(CopyPolicy.settled(copy(false, false, true, GONE, away)))
        .isEqualTo(ProposalOutcome.ACCEPTED);
  }

  @Test
  void namesCopiesSoThatTheirVisitIsFoundAgain() {
    assertThat(CalendarIdentity.googleEventId(VISIT)).matches("[a-v0-9]{5,1024}");
    assertThat(CalendarIdentity.appointmentOf(CalendarIdentity.googleEventId(VISIT)))
        .isEqualTo(VISIT);
    assertThat(CalendarIdentity.appointmentOf("medicine")).isNull();
    assertThat(
            CalendarIdentity.appointmentOf(
                CalendarIdentity.googleEventId(VISIT) + "_20261201T080000Z"))
        .isNull();
  }
}
