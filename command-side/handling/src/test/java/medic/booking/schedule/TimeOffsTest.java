package medic.booking.schedule;

import java.time.Instant;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.TimeOffDetails;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.Test;

/** Time off: asked for, decided on, called off. */
class TimeOffsTest extends GivenASchedule {
  private final TimeOffId leave = Given.id(TimeOffId::new);
  private final ApproveTimeOff approve = new ApproveTimeOff(ada, leave);
  private final RejectTimeOff reject = new RejectTimeOff(ada, leave, "no");
  private final CancelTimeOff cancel = new CancelTimeOff(ada, leave, "no");

  private TimeOffRequested asked() {
    return new TimeOffRequested(ada, leave, NINE, TEN, "Sea");
  }

  private TimeOffApproved approved() {
    return new TimeOffApproved(ada, leave, NINE, TEN);
  }

  private TimeOffRejected rejected() {
    return new TimeOffRejected(ada, leave, "no");
  }

  private TimeOffCancelled cancelled() {
    return new TimeOffCancelled(ada, leave, "no");
  }

  private RequestTimeOff ask(Instant start, Instant end) {
    return new RequestTimeOff(ada, leave, new TimeOffDetails(null, start, end, "Sea"));
  }

  @Test
  void asksForTimeOffOnce() {
    given().when(ask(NINE, TEN)).then(asked());
    given(asked()).when(ask(NINE, TEN)).thenNothing();
    given(asked()).when(ask(NINE, ELEVEN)).thenRefused(RefusalCode.ID_ALREADY_USED);
    given().when(ask(TEN, NINE)).thenRefused(RefusalCode.INVALID_RANGE, "endsAt");
  }

  @Test
  void timeOffThatIsAskedForIsGrantedOrNotOrWithdrawn() {
    given(asked()).when(approve).then(approved());
    given(asked()).when(reject).then(rejected());
    given(asked()).when(cancel).then(cancelled());
    given(asked(), approved()).when(cancel).then(cancelled());
  }

  @Test
  void aDecisionOnTimeOffRepeatedChangesNothing() {
    given(asked(), approved()).when(approve).thenNothing();
    given(asked(), rejected()).when(reject).thenNothing();
    given(asked(), approved(), cancelled()).when(cancel).thenNothing();
  }

  @Test
  void aDecisionOnTimeOffStands() {
    given(asked(), approved()).when(reject).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), rejected()).when(approve).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), rejected()).when(cancel).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), cancelled()).when(approve).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), cancelled()).when(reject).thenRefused(RefusalCode.INVALID_TRANSITION);
  }

  @Test
  void timeOffThatNobodyAskedForIsUnknown() {
    given().when(approve).thenRefused(RefusalCode.NOT_FOUND);
    given().when(reject).thenRefused(RefusalCode.NOT_FOUND);
    given().when(cancel).thenRefused(RefusalCode.NOT_FOUND);
  }
}
