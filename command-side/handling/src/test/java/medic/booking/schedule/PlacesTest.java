package medic.booking.schedule;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.doctor.AddLocation;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.ReopenLocation;
import medic.command.doctor.ReviseLocation;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Of the places that are open one is the primary one, whatever happened. */
class PlacesTest {

  private final Places places = new Places();
  private final DoctorId ada = Given.id(DoctorId::new);

  private static LocationDetails details(String name, Boolean primary) {
    return new LocationDetails(null, name, null, null, null, ZoneId.of("UTC"), null, null, primary);
  }

  private void happen(List<DoctorScheduleEvent> events) {
    events.forEach(places::evolve);
  }

  private LocationId add(Boolean primary) {
    LocationId id = Given.id(LocationId::new);
    happen(places.decide(new AddLocation(ada, id, details("Mitte", primary))));
    return id;
  }

  private List<LocationId> primary() {
    return places.all().stream().filter(id -> places.known(id).primary()).toList();
  }

  @RepeatedTest(50)
  void oneOfThoseThatAreOpenIsThePrimaryOne(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<LocationId> all = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      LocationId one = all.isEmpty() ? add(false) : all.get(random.nextInt(all.size()));
      switch (random.nextInt(5)) {
        case 0 -> all.add(add(random.nextBoolean()));
        case 1 -> happen(places.decide(new CloseLocation(ada, one, null, null)));
        case 2 -> happen(places.decide(new ReopenLocation(ada, one, null)));
        case 3 -> happen(places.decide(new ReviseLocation(ada, one, details("x", null), null)));
        default -> {
          if (places.isOpen(one)) {
            happen(places.decide(new ReviseLocation(ada, one, details("y", true), null)));
          }
        }
      }
      assertThat(primary()).hasSize(places.open().isEmpty() ? 0 : 1);
      assertThat(places.open()).containsAll(primary());
    }
  }

  @Test
  void anotherIsMadeThePrimaryOneAndNeverNone() {
    LocationId mitte = add(null);
    LocationId wedding = add(null);
    assertThat(primary()).containsExactly(mitte);
    refused(
        RefusalCode.PRIMARY_LOCATION_NEEDED,
        () -> places.decide(new ReviseLocation(ada, mitte, details("Mitte", false), null)));
    happen(places.decide(new ReviseLocation(ada, wedding, details("Wedding", true), null)));
    assertThat(primary()).containsExactly(wedding);
    assertThat(places.decide(new ReviseLocation(ada, wedding, details("Wedding", null), null)))
        .isEmpty();
    happen(places.decide(new CloseLocation(ada, wedding, null, null)));
    assertThat(primary()).containsExactly(mitte);
    refused(
        RefusalCode.LOCATION_CLOSED,
        () -> places.decide(new ReviseLocation(ada, wedding, details("Wedding", true), null)));
  }

  /** A registration that is sent again is answered as the first was, whatever became of it. */
  @Test
  void whatWasAddedIsKnownAgainOnceItWasRevised() {
    LocationId id = add(true);
    happen(places.decide(new ReviseLocation(ada, id, details("Wedding", true), null)));
    assertThat(places.decide(new AddLocation(ada, id, details("Mitte", true)))).isEmpty();
  }

  @Test
  void anotherVersionIsRefusedAndTheSameDeedAgainIsNot() {
    LocationId id = add(true);
    String read = places.known(id).version();
    ReviseLocation first = new ReviseLocation(ada, id, details("Wedding", null), read);
    happen(places.decide(first));
    assertThat(places.decide(first)).isEmpty();
    refused(
        RefusalCode.VERSION_CONFLICT,
        () -> places.decide(new ReviseLocation(ada, id, details("Pankow", null), read)));
    refused(
        RefusalCode.VERSION_CONFLICT, () -> places.decide(new CloseLocation(ada, id, null, read)));
  }
}
