package medic.sagas.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Template;
import medic.sagas.messages.sending.History;
import medic.sagas.messages.sending.History.Booked;
import medic.sagas.messages.sending.History.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a visit's own link leaves as it is: all that is told of it otherwise. */
@Tag("server")
class JoinLinkNoticeTest {

  private final History history = new History(1);
  private final Person patient = history.people.values().iterator().next();
  private final Booked visit =
      history.book(patient, Duration.ofDays(9), AppointmentStatus.CONFIRMED);

  private void pass() {
    history.handleAll();
    history.run();
  }

  private List<NotificationState> of(Template template) {
    return history
        .process
        .table
        .page("template = '" + template.key() + "'", Long.MAX_VALUE, 10)
        .stream()
        .map(OutboxMessage::state)
        .toList();
  }

  @Test
  void remindersStillCome() {
    pass();
    history.link(visit);
    pass();
    history.settle();
    assertThat(of(Template.REMINDER)).isNotEmpty().containsOnly(NotificationState.SENT);
  }

  @Test
  void remindersOfAMovedVisitStillComeHoweverManyLinksItHad() {
    history.link(visit);
    history.move(visit, Duration.ofDays(1), ActorType.DOCTOR);
    history.link(visit);
    history.link(visit);
    pass();
    history.settle();
    assertThat(of(Template.REMINDER)).isNotEmpty().containsOnly(NotificationState.SENT);
  }

  @Test
  void whatIsQueuedIsSentAndTheLinkBeside() {
    history.mail.down = true;
    pass();
    history.link(visit);
    pass();
    history.mail.down = false;
    history.time.tick(Duration.ofMinutes(5));
    history.run();
    assertThat(of(Template.BOOKED)).containsExactly(NotificationState.SENT);
    assertThat(of(Template.JOIN_LINK)).containsExactly(NotificationState.SENT);
  }
}
