package medic.booking.patient;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.Actor;
import medic.command.RefusalCode;
import medic.command.consent.WithdrawConsent;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.command.patient.RevisePatientProfile;
import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfileRevised;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Doctors correct what they saved themselves, and write over nothing that they have not seen. */
class CorrectingPatientsTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final Doctor bob = house.doctor();
  private final PatientId grace = Given.id(PatientId::new);

  @AfterEach
  void close() {
    house.close();
  }

  private static PatientDetails named(String name) {
    return new PatientDetails(null, name, "grace@example.org", null, null, null, Map.of(), null);
  }

  private void correct(String name, Actor by) {
    house.send(new RevisePatientProfile(grace, named(name)), by);
  }

  private long corrections() {
    return house.eventsOf(grace).stream().filter(PatientProfileRevised.class::isInstance).count();
  }

  @Test
  void whoSavedItLastCorrectsIt() {
    house.send(new RegisterPatient(grace, named("Grcae")), ada.self());
    correct("Grace", ada.self());
    correct("Grace H.", ada.self());
    refused(RefusalCode.NOT_FOUND, () -> correct("Mallory", bob.self()));
    correct("Grace Hopper", BookingFixture.as(grace));
    refused(RefusalCode.NOT_FOUND, () -> correct("Grace", ada.self()));
    correct("Grace M. Hopper", BookingFixture.as(grace));
    assertThat(corrections()).isEqualTo(4);
  }

  /** By a link or by telephone: the doctor has not heard of it. */
  @Test
  void aWithdrawnConsentStaysWithdrawn() {
    house.send(new RegisterPatient(grace, reachedBy(true)), ada.self());
    house.send(
        new WithdrawConsent(grace, NotificationChannel.EMAIL, ConsentSource.LINK),
        BookingFixture.as(grace));
    refused(
        RefusalCode.NOT_FOUND,
        () -> house.send(new RevisePatientProfile(grace, reachedBy(true)), ada.self()));
    correct("Grace Hopper", ada.self());
    house.send(new RevisePatientProfile(grace, reachedBy(false)), ada.self());
    house.send(new RevisePatientProfile(grace, reachedBy(true)));
    assertThat(corrections()).isEqualTo(3);
  }

  private static PatientDetails reachedBy(boolean mail) {
    return new PatientDetails(
        null, "Grace", "grace@example.org", null, null, null, Map.of("email", mail), null);
  }

  @Test
  void ofWhomThePracticeRegisteredDoctorsLearnNothing() {
    house.send(new RegisterPatient(grace, named("Grace")));
    refused(RefusalCode.NOT_FOUND, () -> correct("Grcae", ada.self()));
    refused(
        RefusalCode.NOT_FOUND,
        () ->
            house.send(
                new RevisePatientProfile(Given.id(PatientId::new), named("Nobody")), ada.self()));
    assertThat(corrections()).isZero();
  }
}
