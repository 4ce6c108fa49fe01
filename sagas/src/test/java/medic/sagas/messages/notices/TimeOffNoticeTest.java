package medic.sagas.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import medic.events.ActorType;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.id.TimeOffId;
import medic.events.notification.NotificationState;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.sending.History;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who hears of time off that is asked for and decided. */
@Tag("server")
class TimeOffNoticeTest {

  private static final TimeOffId AWAY = new TimeOffId(new UUID(5, 1));

  private final History history = new History(1);
  private final Instant start = history.time.now().plus(Duration.ofDays(20));
  private final Instant end = start.plus(Duration.ofDays(4));

  private void ask(ActorType actor) {
    history.sayOfDoctor(new TimeOffRequested(History.DOCTOR, AWAY, start, end, "a wedding"), actor);
    pass();
  }

  private void pass() {
    history.handleAll();
    history.run();
  }

  private Set<String> told(String template) {
    List<OutboxMessage> found =
        history.process.table.page("template = '" + template + "'", Long.MAX_VALUE, 10);
    assertThat(found).extracting(OutboxMessage::state).containsOnly(NotificationState.SENT);
    return found.stream().map(message -> message.recipient().name()).collect(Collectors.toSet());
  }

  private List<String> texts() {
    return history.mail.taken.values().stream().map(RenderedMessage::text).toList();
  }

  @Test
  void thePracticeHearsWhatADoctorAsksFor() {
    ask(ActorType.DOCTOR);
    assertThat(told("time-off-requested")).containsExactly("PRACTICE");
    assertThat(texts()).singleElement().asString().contains("Dr. Ada", "a wedding");
  }

  @Test
  void theDoctorHearsWhatIsAskedForThem() {
    ask(ActorType.ADMIN);
    assertThat(told("time-off-requested")).containsExactlyInAnyOrder("DOCTOR", "PRACTICE");
  }

  @Test
  void bothHearThatItIsApproved() {
    ask(ActorType.DOCTOR);
    history.sayOfDoctor(new TimeOffApproved(History.DOCTOR, AWAY, start, end));
    pass();
    assertThat(told("time-off-approved")).containsExactlyInAnyOrder("DOCTOR", "PRACTICE");
  }

  @Test
  void bothHearThatItIsRejectedAndWhy() {
    ask(ActorType.DOCTOR);
    history.sayOfDoctor(new TimeOffRejected(History.DOCTOR, AWAY, "too many are away"));
    pass();
    assertThat(told("time-off-rejected")).containsExactlyInAnyOrder("DOCTOR", "PRACTICE");
    assertThat(texts()).filteredOn(text -> text.contains("too many are away")).hasSize(2);
  }

  @Test
  void aReplayTellsNobodyAndLosesNoWord() {
    ask(ActorType.DOCTOR);
    history.mail.down = true;
    history.sayOfDoctor(new TimeOffRejected(History.DOCTOR, AWAY, "too many are away"));
    pass();
    history.process.replayTimeOff(history.log);
    history.mail.down = false;
    history.time.tick(Duration.ofMinutes(5));
    history.run();
    assertThat(told("time-off-rejected")).containsExactlyInAnyOrder("DOCTOR", "PRACTICE");
    assertThat(texts()).filteredOn(text -> text.contains("too many are away")).hasSize(2);
    assertThat(texts()).hasSize(3);
  }

  @Test
  void aLetterWaitsWhileTimeOffIsNotedAnew() {
    ask(ActorType.DOCTOR);
    history.sayOfDoctor(new TimeOffRejected(History.DOCTOR, AWAY, "too many are away"));
    history.handleAll();
    history.process.replayTimeOff(List.of());
    history.run();
    assertThat(texts()).hasSize(1);
    history.process.replayTimeOff(history.log);
    history.time.tick(Duration.ofMinutes(5));
    history.run();
    assertThat(texts()).filteredOn(text -> text.contains("too many are away")).hasSize(2);
  }

  @Test
  void thePracticeHearsThatADoctorComesAfterAll() {
    ask(ActorType.DOCTOR);
    history.sayOfDoctor(new TimeOffApproved(History.DOCTOR, AWAY, start, end));
    history.sayOfDoctor(new TimeOffCancelled(History.DOCTOR, AWAY, null), ActorType.DOCTOR);
    pass();
    assertThat(told("time-off-cancelled")).containsExactly("PRACTICE");
  }

  @Test
  void nobodyHearsOfOldNewsNorOfAnythingTwice() {
    ask(ActorType.DOCTOR);
    history.process.handle(history.log.get(history.log.size() - 1));
    history.run();
    assertThat(texts()).hasSize(1);
    history.sayOfDoctor(new TimeOffRejected(History.DOCTOR, AWAY, null));
    history.time.tick(Duration.ofDays(4));
    pass();
    assertThat(texts()).hasSize(1);
  }
}
