package medic.booking.schedule;

import medic.command.RefusalCode;
import medic.command.doctor.AddLocation;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RegisterDoctor;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.id.LocationId;
import org.junit.jupiter.api.Test;

/** Who a doctor is, and where they work. */
class PremisesTest extends GivenASchedule {
  private AddLocation addPlace(LocationId id, String name) {
    return new AddLocation(
        ada, id, new LocationDetails(null, name, null, null, null, BERLIN, null, null, null));
  }

  @Test
  void registersADoctor() {
    new ScheduleScenario()
        .when(new RegisterDoctor(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN))
        .then(registered);
  }

  @Test
  void theSameRegistrationTwiceIsOne() {
    given()
        .when(new RegisterDoctor(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN))
        .thenNothing();
  }

  @Test
  void anotherDoctorUnderTheSameIdIsRefused() {
    given()
        .when(new RegisterDoctor(ada, "Dr. Bob", "Dermatology", "ada@example.org", BERLIN))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void addsAPlaceOnce() {
    given()
        .when(addPlace(mitte, "Mitte"))
        .then(place(mitte), new PrimaryLocationChosen(ada, mitte));
    given(place(mitte)).when(addPlace(mitte, "Mitte")).thenNothing();
    given(place(mitte)).when(addPlace(mitte, "Wedding")).thenRefused(RefusalCode.ID_ALREADY_USED);
  }
}
