package medic.booking.consent;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.booking.fixture.BookingFixture;
import medic.command.RefusalCode;
import medic.command.consent.WithdrawConsent;
import medic.command.patient.ErasePatient;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.command.patient.RevisePatientProfile;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentSource;
import medic.events.consent.ConsentWithdrawn;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.ErasureGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileAndLedgerTest {

  private final BookingFixture house = new BookingFixture();
  private final PatientId grace = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSavedNoWithdrawsAndASavedYesGivesAgain() {
    save(Map.of("sms", false));
    save(Map.of("sms", true));
    save(Map.of("sms", true, "email", false));
    assertThat(ledger())
        .containsExactly(
            new ConsentWithdrawn(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT),
            new ConsentGiven(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT),
            new ConsentWithdrawn(grace, NotificationChannel.EMAIL, ConsentSource.ACCOUNT));
  }

  @Test
  void aSavedYesTakesBackAnOptOutByAnotherWay() {
    house.send(new WithdrawConsent(grace, NotificationChannel.SMS, ConsentSource.KEYWORD));
    save(Map.of("sms", true));
    assertThat(ledger()).last().isInstanceOf(ConsentGiven.class);
  }

  @Test
  void whatIsNotSaidChangesNothing() {
    save(Map.of("sms", false));
    Map<String, Object> nothing = new HashMap<>(Map.of("note", "by day"));
    nothing.put("sms", null);
    save(nothing);
    save(null);
    assertThat(ledger()).hasSize(1);
  }

  @Test
  void aRegistrationSpeaksToo() {
    PatientId bob = new PatientId(new UUID(8, 8));
    house.send(new RegisterPatient(bob, details(Map.of("push", false, "email", true))));
    assertThat(house.eventsOf(Consent.idOf(bob)))
        .containsExactlyInAnyOrder(
            new ConsentWithdrawn(bob, NotificationChannel.PUSH, ConsentSource.ACCOUNT),
            new ConsentGiven(bob, NotificationChannel.EMAIL, ConsentSource.ACCOUNT));
  }

  @Test
  void anErasedPatientsLedgerStays() {
    house.send(new ErasePatient(grace, ErasureGround.PATIENT_REQUEST));
    refused(RefusalCode.PATIENT_ERASED, () -> save(Map.of("sms", false)));
    assertThat(ledger()).isEmpty();
  }

  private void save(Map<String, Object> preferences) {
    house.send(new RevisePatientProfile(grace, details(preferences)));
  }

  private static PatientDetails details(Map<String, Object> preferences) {
    return new PatientDetails(
        null, "Grace", "grace@example.org", null, null, null, preferences, null);
  }

  private List<Object> ledger() {
    return house.eventsOf(Consent.idOf(grace));
  }
}
