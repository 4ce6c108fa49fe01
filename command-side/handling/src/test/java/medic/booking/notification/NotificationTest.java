package medic.booking.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import medic.command.notification.RecordNotification;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationDelivered;
import medic.events.notification.NotificationFailed;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationRequeued;
import medic.events.notification.NotificationSent;
import medic.events.notification.NotificationState;
import medic.events.notification.NotificationSubject;
import medic.events.notification.NotificationWithdrawn;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationTest {

  private static final NotificationId ID = new NotificationId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(1, 2));
  private static final PatientId PATIENT = new PatientId(new UUID(1, 3));
  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final NotificationSubject ABOUT =
      new NotificationSubject(
          null,
          DOCTOR,
          PATIENT,
          NotificationRecipient.PATIENT,
          NotificationChannel.SMS,
          "booked",
          0);

  private FixtureConfiguration<Notification> notification;

  @BeforeEach
  void registerDesk() {
    notification = new AggregateTestFixture<>(Notification.class);
    notification.registerAnnotatedCommandHandler(
        new NotificationCommandHandler(notification.getRepository()));
  }

  @Test
  void isSentOnce() {
    notification
        .given(sent())
        .when(become(NotificationState.SENT, null))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void isDeliveredAfterItIsSent() {
    notification
        .given(sent())
        .when(become(NotificationState.DELIVERED, null))
        .expectEvents(new NotificationDelivered(ID, ABOUT, AT));
  }

  @Test
  void doesNotGoBackWhenAReportComesLate() {
    notification
        .given(new NotificationDelivered(ID, ABOUT, AT))
        .when(become(NotificationState.SENT, null))
        .expectNoEvents();
  }

  @Test
  void canBeSentAgainOnceItWasGivenUp() {
    notification
        .given(new NotificationFailed(ID, ABOUT, "DOWN"))
        .when(become(NotificationState.QUEUED, null))
        .expectEvents(new NotificationRequeued(ID, ABOUT));
    registerDesk();
    notification
        .given(new NotificationFailed(ID, ABOUT, "DOWN"), new NotificationRequeued(ID, ABOUT))
        .when(become(NotificationState.SENT, null))
        .expectEvents(sent());
  }

  @Test
  void isWithdrawnWithItsReason() {
    notification
        .givenNoPriorActivity()
        .when(become(NotificationState.WITHDRAWN, "superseded"))
        .expectEvents(new NotificationWithdrawn(ID, ABOUT, "superseded"));
  }

  @Test
  void neverLeavesAnEndBehind() {
    for (NotificationState end :
        List.of(NotificationState.KEPT, NotificationState.DELIVERED, NotificationState.WITHDRAWN)) {
      assertThat(Arrays.stream(NotificationState.values()).filter(next -> next.mayFollow(end)))
          .as("after %s", end)
          .isEmpty();
    }
  }

  private static NotificationSent sent() {
    return new NotificationSent(ID, ABOUT, "provider-1", AT);
  }

  private static RecordNotification become(NotificationState state, String reason) {
    return new RecordNotification(
        ID,
        null,
        DOCTOR,
        PATIENT,
        NotificationRecipient.PATIENT,
        NotificationChannel.SMS,
        "booked",
        0,
        state,
        state == NotificationState.SENT ? "provider-1" : null,
        reason,
        AT);
  }
}
