package medic.sagas.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import medic.sagas.messages.outbox.Absence;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  private static final DoctorId DOCTOR = new DoctorId(new UUID(5, 1));
  private static final TimeOffId ONE = new TimeOffId(new UUID(5, 2));
  private static final TimeOffId OTHER = new TimeOffId(new UUID(5, 3));
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private final EmbeddedEventStore events =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final Absences absences = new OutboxConfiguration().absences(events);

  @Test
  void findsACancellationInTheDoctorsStream() {
    say(0, new TimeOffApproved(DOCTOR, ONE, NOON, NOON.plusSeconds(60)));
    say(1, new TimeOffApproved(DOCTOR, OTHER, NOON, NOON.plusSeconds(60)));
    assertThat(absences.isCalledOff(DOCTOR, new Absence(ONE, null, 0))).isFalse();

    say(2, new TimeOffCancelled(DOCTOR, ONE, null));

    assertThat(absences.isCalledOff(DOCTOR, new Absence(ONE, null, 0))).isTrue();
    assertThat(absences.isCalledOff(DOCTOR, new Absence(OTHER, null, 1))).isFalse();
  }

  @Test
  void findsAVisitThatIsRelievedOrKept() {
    AppointmentId visit = new AppointmentId(new UUID(5, 4));
    AppointmentId kept = new AppointmentId(new UUID(5, 5));
    AppointmentId other = new AppointmentId(new UUID(5, 6));
    say(0, new HitVisitKept(DOCTOR, visit, null, null));
    say(1, new VisitsHit(DOCTOR, HitKind.BLOCK, "b", List.of()));
    say(2, new VisitsRelieved(DOCTOR, List.of(visit)));
    say(3, new HitVisitKept(DOCTOR, kept, null, null));
    assertThat(absences.isCalledOff(DOCTOR, new Absence(null, visit, 1))).isTrue();
    assertThat(absences.isCalledOff(DOCTOR, new Absence(null, visit, 3))).isFalse();
    assertThat(absences.isCalledOff(DOCTOR, new Absence(null, kept, 1))).isTrue();
    assertThat(absences.isCalledOff(DOCTOR, new Absence(null, other, 1))).isFalse();
  }

  private void say(long sequence, DoctorScheduleEvent event) {
    events.publish(
        new GenericDomainEventMessage<>("DoctorSchedule", DOCTOR.toString(), sequence, event));
  }
}
