package medic.booking.schedule;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
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
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time off that is over: decided late, corrected, asked for again. Asked for Tuesday morning. */
class TimeOffThatIsOverTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final TimeOffId sick = Given.id(TimeOffId::new);

  @BeforeEach
  void ask() {
    house.send(asking(Doctor.at("08:00"), Doctor.at("09:30")));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private RequestTimeOff asking(Instant from, Instant until) {
    return new RequestTimeOff(ada.id, sick, new TimeOffDetails(null, from, until, "Flu"));
  }

  /** Something happens, so that the schedule learns how late it is. */
  private void daysPass(int days) {
    house.pass(Duration.ofDays(days));
    TimeOffId other = Given.id(TimeOffId::new);
    Instant later = Doctor.at("10:00").plus(Duration.ofDays(days + 30));
    house.send(
        new RequestTimeOff(
            ada.id, other, new TimeOffDetails(null, later, later.plusSeconds(60), null)));
  }

  private long happened(Class<?> event) {
    return ada.events().stream().filter(event::isInstance).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 90, 500})
  void isStillDecidedAbout(int days) {
    daysPass(days);
    house.send(new ApproveTimeOff(ada.id, sick));
    assertThat(happened(TimeOffApproved.class)).isEqualTo(1);
    house.send(new ApproveTimeOff(ada.id, sick));
    assertThat(happened(TimeOffApproved.class)).isEqualTo(1);
    refused(
        RefusalCode.INVALID_TRANSITION,
        () -> house.send(new RejectTimeOff(ada.id, sick, "Too late")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 60, 600})
  void isStillRejected(int days) {
    daysPass(days);
    house.send(new RejectTimeOff(ada.id, sick, "Never reported"));
    assertThat(happened(TimeOffRejected.class)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 30, 390})
  void isCorrectedForAYear(int days) {
    house.send(new ApproveTimeOff(ada.id, sick));
    daysPass(days);
    house.send(new CancelTimeOff(ada.id, sick, "Was here after all"));
    house.send(new CancelTimeOff(ada.id, sick, "Was here after all"));
    assertThat(happened(TimeOffCancelled.class)).isEqualTo(1);
  }

  @Test
  void staysAsItIsAfterThat() {
    house.send(new ApproveTimeOff(ada.id, sick));
    daysPass(410);
    house.send(new ApproveTimeOff(ada.id, sick));
    refused(
        RefusalCode.INVALID_TRANSITION, () -> house.send(new CancelTimeOff(ada.id, sick, "No")));
    assertThat(happened(TimeOffCancelled.class)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 200, 410})
  void isAskedForOnceHoweverLate(int days) {
    house.send(new ApproveTimeOff(ada.id, sick));
    daysPass(days);
    assertThatCode(() -> house.send(asking(Doctor.at("08:00"), Doctor.at("09:30"))))
        .doesNotThrowAnyException();
    Instant later = Doctor.at("08:00").plus(Duration.ofDays(days + 9));
    refused(RefusalCode.ID_ALREADY_USED, () -> house.send(asking(later, later.plusSeconds(3600))));
  }
}
