package medic.booking.schedule;

import static medic.booking.given.Hours.from;

import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.command.RefusalCode;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a doctor works, week by week. */
class WeeklyTemplatesTest extends GivenASchedule {
  private final TemplateId template = Given.id(TemplateId::new);

  private AddScheduleTemplate addHours(Hours hours) {
    return new AddScheduleTemplate(ada, template, hours.at(mitte));
  }

  private ScheduleTemplateDefined hoursOf(Hours hours) {
    return new WeeklyTemplates().decide(addHours(hours), known()).get(0);
  }

  @Test
  void worksWeeklyHoursOnce() {
    practising().when(addHours(from("08:00", "12:00"))).then(hoursOf(from("08:00", "12:00")));
    practising(hoursOf(from("08:00", "12:00")))
        .when(addHours(from("08:00", "12:00")))
        .thenNothing();
    practising(hoursOf(from("08:00", "12:00")))
        .when(addHours(from("08:00", "13:00")))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void worksWhereThereIsAPlaceAndARoom() {
    given()
        .when(addHours(from("08:00", "12:00")))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationId");
    practising()
        .when(addHours(from("08:00", "12:00").in(Given.id(RoomId::new))))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "roomId");
    practising()
        .when(new AddScheduleTemplate(ada, template, from("08:00", "12:00").in(room).at(wedding)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "roomId");
    RoomId guests = Given.id(RoomId::new);
    Hours asAGuest = from("08:00", "12:00").in(guests);
    practising(new SharedRoomGranted(ada, guests, Given.id(DoctorId::new), "Room", 1, false))
        .when(new AddScheduleTemplate(ada, template, asAGuest.at(wedding)))
        .thenSomething();
  }

  @Test
  void workEndsAtAnotherTimeThanItStarts() {
    practising()
        .when(addHours(from("08:00", "08:00")))
        .thenRefused(RefusalCode.INVALID_RANGE, "workEnd");
  }

  @Test
  void breaksMayTouchAndNotOverlap() {
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "10:30").pausing("10:30", "11:00")))
        .thenSomething();
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "10:31").pausing("10:30", "11:00")))
        .thenRefused(RefusalCode.BREAKS_OVERLAP, "breaks");
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "12:00").pausing("10:30", "11:00")))
        .thenRefused(RefusalCode.BREAKS_OVERLAP, "breaks");
  }

  @ParameterizedTest
  @CsvSource({"07:30,08:30", "15:30,16:30", "12:00,12:00", "12:00,11:00", "17:00,18:00"})
  void breaksLieWithinTheHours(String start, String end) {
    practising()
        .when(addHours(from("08:00", "16:00").pausing(start, end)))
        .thenRefused(RefusalCode.BREAK_OUTSIDE_HOURS, "breaks");
  }

  @ParameterizedTest
  @CsvSource({"22:00,22:30", "23:45,00:15", "00:30,01:00", "05:00,06:00"})
  void aNightShiftHasItsBreaksOnEitherSideOfMidnight(String start, String end) {
    practising().when(addHours(from("22:00", "06:00").pausing(start, end))).thenSomething();
  }

  @ParameterizedTest
  @CsvSource({"21:30,22:30", "05:30,06:30", "12:00,13:00"})
  void aNightShiftHasNoBreaksByDay(String start, String end) {
    practising()
        .when(addHours(from("22:00", "06:00").pausing(start, end)))
        .thenRefused(RefusalCode.BREAK_OUTSIDE_HOURS, "breaks");
  }

  @Test
  void revisesHoursWhenAnythingDiffers() {
    var before = hoursOf(from("08:00", "12:00"));
    practising(before)
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "13:00").at(mitte)))
        .then(hoursOf(from("08:00", "13:00")));
    practising(before)
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "12:00").at(mitte)))
        .thenNothing();
    practising()
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "12:00").at(mitte)))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void removesHoursOnceAndForGood() {
    var before = hoursOf(from("08:00", "12:00"));
    var removed = new ScheduleTemplateRemoved(ada, template);
    practising(before).when(new RemoveScheduleTemplate(ada, template)).then(removed);
    practising(before, removed).when(new RemoveScheduleTemplate(ada, template)).thenNothing();
    practising(before, removed).when(addHours(from("08:00", "12:00"))).thenNothing();
    practising(before, removed)
        .when(addHours(from("08:00", "13:00")))
        .thenRefused(RefusalCode.ID_ALREADY_USED, "templateId");
    practising().when(new RemoveScheduleTemplate(ada, template)).thenRefused(RefusalCode.NOT_FOUND);
  }
}
