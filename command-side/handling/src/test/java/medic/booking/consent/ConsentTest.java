package medic.booking.consent;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import medic.booking.fixture.BookingFixture;
import medic.command.RefusalCode;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentSource;
import medic.events.consent.ConsentWithdrawn;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private final BookingFixture house = new BookingFixture();
  private final PatientId grace = house.patient();
  private final GiveConsent yes =
      new GiveConsent(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT);
  private final WithdrawConsent no =
      new WithdrawConsent(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keepsEachChangeOfMind() {
    house.send(yes);
    house.send(yes);
    house.send(no);
    house.send(yes);
    assertThat(house.eventsOf(Consent.idOf(grace)))
        .hasExactlyElementsOfTypes(ConsentGiven.class, ConsentWithdrawn.class, ConsentGiven.class);
  }

  @Test
  void aYesThatArrivesAgainAfterANoIsNoYes() {
    house.send(yes, BookingFixture.ADMIN, "key", "yes");
    house.send(no);
    house.send(yes, BookingFixture.ADMIN, "key", "yes");
    assertThat(house.eventsOf(Consent.idOf(grace))).last().isInstanceOf(ConsentWithdrawn.class);
  }

  @Test
  void aYesUnderAKeyIsKnownAgainThoughItChangedNothing() {
    house.send(yes);
    house.send(yes, BookingFixture.ADMIN, "key", "yes");
    house.send(no);
    house.send(yes, BookingFixture.ADMIN, "key", "yes");
    assertThat(house.eventsOf(Consent.idOf(grace))).last().isInstanceOf(ConsentWithdrawn.class);
  }

  @Test
  void aKeyStandsForOneRequest() {
    house.send(yes, BookingFixture.ADMIN, "key", "yes");
    refused(
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        () -> house.send(no, BookingFixture.ADMIN, "key", "no"));
  }
}
