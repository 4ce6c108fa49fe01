package medic.booking.schedule;

import static medic.booking.given.Visit.visit;

import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.RefusalCode;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.Test;

/** What kinds of visit are offered, and where each takes place. */
class AppointmentTypesTest extends GivenASchedule {
  private AddAppointmentType addType(AppointmentTypeId id, Visit visit) {
    return new AddAppointmentType(ada, id, visit.details());
  }

  @Test
  void offersAKindOfVisitOnce() {
    practising().when(addType(type, visit())).thenNothing();
    given().when(addType(type, visit())).then(typeOf(type, visit()));
    practising().when(addType(type, visit().minutes(45))).thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void aSlugStandsForOneKindOfVisit() {
    AppointmentTypeId other = Given.id(AppointmentTypeId::new);
    practising().when(addType(other, visit())).thenRefused(RefusalCode.SLUG_TAKEN, "slug");
    practising(typeOf(other, visit().slug("other")))
        .when(new ReviseAppointmentType(ada, other, visit().details()))
        .thenRefused(RefusalCode.SLUG_TAKEN, "slug");
    practising(new AppointmentTypeWithdrawn(ada, type))
        .when(addType(other, visit()))
        .then(typeOf(other, visit()));
  }

  @Test
  void aKindOfVisitTakesPlaceWhereTheDoctorWorks() {
    LocationId nowhere = Given.id(LocationId::new);
    RoomId noRoom = Given.id(RoomId::new);
    AppointmentTypeId other = Given.id(AppointmentTypeId::new);
    practising()
        .when(addType(other, visit().slug("a").onlyAt(nowhere)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationIds");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(nowhere)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultLocationId");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(mitte).usuallyIn(noRoom)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultRoomId");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(wedding).usuallyIn(room)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultRoomId");
    practising()
        .when(addType(other, visit().slug("a").onlyAt(mitte).usuallyAt(wedding)))
        .thenRefused(RefusalCode.LOCATION_UNSUITABLE, "defaultLocationId");
  }

  @Test
  void aVisitInPersonIsNotInAVirtualRoom() {
    given(place(mitte), roomAt(mitte, true))
        .when(addType(type, visit().usuallyAt(mitte).usuallyIn(room)))
        .thenRefused(RefusalCode.ROOM_UNSUITABLE, "defaultRoomId");
  }

  @Test
  void revisesAKindOfVisitWhenAnythingDiffers() {
    practising()
        .when(new ReviseAppointmentType(ada, type, visit().minutes(45).details()))
        .then(typeOf(type, visit().minutes(45)));
    practising().when(new ReviseAppointmentType(ada, type, visit().details())).thenNothing();
    given()
        .when(new ReviseAppointmentType(ada, type, visit().details()))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void withdrawsAKindOfVisitOnceAndForGood() {
    var withdrawn = new AppointmentTypeWithdrawn(ada, type);
    practising().when(new WithdrawAppointmentType(ada, type)).then(withdrawn);
    practising(withdrawn).when(new WithdrawAppointmentType(ada, type)).thenNothing();
    practising(withdrawn).when(addType(type, visit())).thenNothing();
    practising(withdrawn)
        .when(addType(type, visit().minutes(45)))
        .thenRefused(RefusalCode.ID_ALREADY_USED, "appointmentTypeId");
    given().when(new WithdrawAppointmentType(ada, type)).thenRefused(RefusalCode.NOT_FOUND);
  }
}
