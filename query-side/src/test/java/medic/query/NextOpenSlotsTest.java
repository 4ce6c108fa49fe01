package medic.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.ConsultationMode;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.TemplateId;
import medic.query.availability.FindNextOpenSlots;
import medic.query.availability.FindOpenSlots;
import medic.query.availability.NextOpenSlotsView;
import medic.query.availability.NextOpenSlotsView.NextSlot;
import medic.query.availability.OpenSlotsView;
import medic.query.availability.SlotView;
import medic.query.web.TimeBound;
import medic.query.web.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Doctors all over the world who take a visit at every full hour from midnight to 22 o'clock. */
@Tag("server")
class NextOpenSlotsTest {

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final int SLOTS_OF_A_DAY = 23;

  private final QuerySide side = QuerySide.start();
  private final String specialty = "cardiology-" + UUID.randomUUID();
  private final LocationId auckland = newLocation();
  private final LocationId zurich = newLocation();
  private final LocationId losAngeles = newLocation();
  private final LocationId visitedZurich = newLocation();
  private final LocationId visitedAuckland = newLocation();

  @BeforeEach
  void open() throws Exception {
    doctor(AUCKLAND, Map.of(auckland, AUCKLAND));
    doctor(ZURICH, Map.of(zurich, ZURICH));
    doctor(LOS_ANGELES, Map.of(losAngeles, LOS_ANGELES));
    doctor(LOS_ANGELES, Map.of(visitedZurich, ZURICH, visitedAuckland, AUCKLAND));
    side.settled();
  }

  /** On an ordinary day, and as the clocks change in Los Angeles, Zurich and Auckland. */
  @ParameterizedTest
  @CsvSource({
    "2030-03-06, 2030-03-05T11:00:00Z, 2030-03-05T23:00:00Z, 2030-03-06T08:00:00Z",
    "2030-03-10, 2030-03-09T11:00:00Z, 2030-03-09T23:00:00Z, 2030-03-10T08:00:00Z",
    "2030-03-31, 2030-03-30T11:00:00Z, 2030-03-30T23:00:00Z, 2030-03-31T07:00:00Z",
    "2030-04-07, 2030-04-06T11:00:00Z, 2030-04-06T22:00:00Z, 2030-04-07T07:00:00Z"
  })
  void beginsADateWhereTheSlotLies(
      String date, Instant inAuckland, Instant inZurich, Instant inLosAngeles) {
    assertThat(firstStarts(date))
        .containsOnly(
            Map.entry(auckland, inAuckland),
            Map.entry(visitedAuckland, inAuckland),
            Map.entry(zurich, inZurich),
            Map.entry(visitedZurich, inZurich),
            Map.entry(losAngeles, inLosAngeles));
  }

  @Test
  void beginsADateAskedOfOneDoctorAtTheLocationAskedFor() {
    NextSlot any = slotAt(visitedAuckland);
    OpenSlotsView day =
        side.questions()
            .ask(
                new FindOpenSlots(
                    any.doctorId(),
                    any.appointmentTypeId(),
                    visitedAuckland,
                    TimeRange.parse("2030-03-06", "2030-03-06")),
                OpenSlotsView.class);
    assertThat(day.slots())
        .hasSize(SLOTS_OF_A_DAY)
        .first()
        .extracting(SlotView::startsAt)
        .isEqualTo(Instant.parse("2030-03-05T11:00:00Z"));
  }

  private NextSlot slotAt(LocationId location) {
    return next("2030-03-06", 100).stream()
        .filter(slot -> slot.locationId().equals(location))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beginsAnInstantEverywhereAtOnce() {
    assertThat(firstStarts("2030-03-10T11:00:00Z").values())
        .hasSize(5)
        .containsOnly(Instant.parse("2030-03-10T11:00:00Z"));
  }

  @Test
  void takesWhatIsPastAsNow() {
    assertThat(firstStarts("2030-03-03").values()).hasSize(5).containsOnly(QuerySide.NOW);
    assertThat(firstStarts("2030-03-04"))
        .containsEntry(auckland, QuerySide.NOW)
        .containsEntry(zurich, QuerySide.NOW)
        .containsEntry(losAngeles, Instant.parse("2030-03-04T08:00:00Z"));
  }

  /** A few, and about as many as the first window holds, whose end is the same in all zones. */
  @ParameterizedTest
  @ValueSource(ints = {3, 700, 800, 900})
  void leavesNoneOutBeforeTheLastOne(int limit) {
    assertThat(next("2030-03-06", limit)).isEqualTo(next("2030-03-06", 1500).subList(0, limit));
  }

  @Test
  void asksOneStatementForADateWhateverTheNumberOfDoctors() throws Exception {
    assertThat(QuerySide.statements(() -> next("2030-03-06", 100))).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      doctor(AUCKLAND, Map.of(newLocation(), AUCKLAND, newLocation(), ZURICH));
    }
    side.settled();
    assertThat(QuerySide.statements(() -> next("2030-03-06", 100))).isEqualTo(1);
  }

  private Map<LocationId, Instant> firstStarts(String from) {
    Map<LocationId, Instant> first = new HashMap<>();
    next(from, 10 * SLOTS_OF_A_DAY)
        .forEach(slot -> first.putIfAbsent(slot.locationId(), slot.startsAt()));
    return first;
  }

  private List<NextSlot> next(String from, int limit) {
    return side.questions()
        .ask(
            new FindNextOpenSlots(specialty, null, TimeBound.parse("from", from), limit),
            NextOpenSlotsView.class)
        .slots();
  }

  private void doctor(ZoneId zone, Map<LocationId, ZoneId> locations) {
    DoctorId doctor = new DoctorId(UUID.randomUUID());
    List<Object> events = new ArrayList<>();
    events.add(new DoctorRegistered(doctor, "Dr. Ada Heart", specialty, "ada@example.org", zone));
    locations.forEach(
        (location, there) -> {
          events.add(
              new LocationAdded(
                  doctor, location, "Main", null, null, null, there, null, null, false));
          for (DayOfWeek day : DayOfWeek.values()) {
            events.add(hours(doctor, location, day));
          }
        });
    events.add(
        new AppointmentTypeDefined(doctor, new AppointmentTypeId(UUID.randomUUID()), terms()));
    side.happened(events.toArray());
  }

  private static ScheduleTemplateDefined hours(
      DoctorId doctor, LocationId location, DayOfWeek day) {
    return new ScheduleTemplateDefined(
        doctor,
        new TemplateId(UUID.randomUUID()),
        new ScheduleTemplate(
            location,
            null,
            day,
            60,
            LocalTime.MIDNIGHT,
            LocalTime.of(SLOTS_OF_A_DAY, 0),
            0,
            0,
            1,
            0,
            List.of()));
  }

  private static AppointmentTerms terms() {
    return new AppointmentTerms(
        "checkup",
        "Check-up",
        null,
        60,
        0,
        0,
        null,
        null,
        ConsultationMode.IN_PERSON,
        List.of(),
        null,
        null,
        true,
        true,
        0,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  private static LocationId newLocation() {
    return new LocationId(UUID.randomUUID());
  }
}
