package medic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.doctor.*;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.TimeOffId;
import medic.events.room.RoomReserved;
import medic.http.ApiException;
import medic.query.availability.FindNextOpenSlots;
import medic.query.availability.FindOpenSlots;
import medic.query.availability.NextOpenSlotsView;
import medic.query.availability.OpenSlotsView;
import medic.query.availability.SlotView;
import medic.query.personal.SealedData;
import medic.query.web.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("server")
class AvailabilityTest {

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();
  private final AppointmentId visit = Practice.newAppointment();

  @BeforeEach
  void open() throws Exception {
    side.happened(practice.opened()).settled();
  }

  @Test
  void offersWhatIsOpen() {
    assertThat(starts()).containsExactly("08:00", "08:30", "09:30", "10:00", "10:30");
    SlotView first = slots().slots().get(0);
    assertThat(first.roomId()).isEqualTo(practice.room);
    assertThat(first.locationId()).isEqualTo(practice.location);
    assertThat(slots().doctorName()).isEqualTo("Dr. Ada Heart");
  }

  @Test
  void closesABookedSlotAndOpensItWhenFreed() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
    assertThat(starts()).doesNotContain("08:00");
    side.happened(practice.cancelled(visit)).settled();
    assertThat(starts()).contains("08:00");
  }

  /** Clients choose their ids. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000001",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void closesABookedSlotWhateverItsId(String id) throws Exception {
    AppointmentId odd = AppointmentId.of(id);
    side.happened(practice.booked(odd, "2030-03-04T08:00:00Z")).settled();
    assertThat(starts()).doesNotContain("08:00");
    side.happened(practice.cancelled(odd)).settled();
    assertThat(starts()).contains("08:00");
  }

  @Test
  void showsAHeldSlotAgainOnceTheHoldHasExpired() throws Exception {
    HoldId hold = new HoldId(UUID.randomUUID());
    Instant from = Instant.parse("2030-03-04T08:30:00Z");
    Instant to = from.plusSeconds(1800);
    Instant expires = QuerySide.NOW.plusSeconds(300);
    side.happened(
            new SlotHeld(
                practice.doctor,
                hold,
                practice.type,
                practice.location,
                practice.room,
                from,
                to,
                from,
                to,
                expires,
                "patient",
                null),
            new RoomReserved(practice.room, hold.toString(), from, to, expires))
        .settled();
    assertThat(starts()).doesNotContain("08:30");
    assertThat(slots().validUntil()).isEqualTo(expires);
    side.at(expires);
    assertThat(starts()).contains("08:30");
    assertThat(slots().validUntil()).isNull();
  }

  @Test
  void aHoldAndItsAppointmentMayShareAnId() throws Exception {
    HoldId hold = new HoldId(visit.value());
    Instant from = Instant.parse("2030-03-04T08:00:00Z");
    Instant to = from.plusSeconds(1800);
    side.happened(
        new SlotHeld(
            practice.doctor,
            hold,
            practice.type,
            practice.location,
            practice.room,
            from,
            to,
            from,
            to,
            QuerySide.NOW.plusSeconds(300),
            "patient",
            null));
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z"));
    side.happened(new HeldSlotReleased(practice.doctor, hold)).settled();
    assertThat(starts()).doesNotContain("08:00");
  }

  @Test
  void anotherDoctorsVisitTakesASharedRoom() throws Exception {
    side.happened(
            new RoomReserved(
                practice.room,
                Practice.newAppointment().toString(),
                Instant.parse("2030-03-04T09:30:00Z"),
                Instant.parse("2030-03-04T10:30:00Z"),
                null))
        .settled();
    assertThat(starts()).containsExactly("08:00", "08:30", "10:30");
  }

  @Test
  void blocksTimeOffExceptionsAndExternalTimesButNotFreeOnes() throws Exception {
    ConnectionId google = new ConnectionId(UUID.randomUUID());
    TimeOffId off = new TimeOffId(UUID.randomUUID());
    Instant eight = Instant.parse("2030-03-04T08:00:00Z");
    side.happened(
            new TimeOffRequested(practice.doctor, off, eight, eight.plusSeconds(1800), "dentist"),
            new TimeOffApproved(practice.doctor, off, eight, eight.plusSeconds(1800)),
            new ExternalBusyTimesSeen(
                practice.doctor,
                google,
                "google",
                List.of(
                    new ExternalBusyTime(
                        "long",
                        eight.minusSeconds(30 * 86_400),
                        eight.plusSeconds(2700),
                        BusyStatus.BUSY),
                    new ExternalBusyTime(
                        "free", eight, eight.plusSeconds(20_000), BusyStatus.FREE)),
                List.of(),
                eight),
            blocked("2030-03-04T10:15:00Z", "2030-03-04T10:20:00Z"))
        .settled();
    assertThat(starts()).containsExactly("09:30", "10:30");
    side.happened(
            new TimeOffCancelled(practice.doctor, off, null),
            new ExternalBusyTimesSeen(
                practice.doctor, google, "google", List.of(), List.of("long"), eight))
        .settled();
    assertThat(starts()).containsExactly("08:00", "08:30", "09:30", "10:30");
  }

  @Test
  void opensExtraTime() throws Exception {
    side.happened(
            new AvailabilityExceptionAdded(
                practice.doctor,
                new ExceptionId(UUID.randomUUID()),
                Instant.parse("2030-03-04T15:00:00Z"),
                Instant.parse("2030-03-04T16:00:00Z"),
                ExceptionStatus.AVAILABLE,
                practice.type,
                null,
                null))
        .settled();
    assertThat(starts()).contains("15:00", "15:30");
  }

  @Test
  void refusesWhatCannotBeAsked() throws Exception {
    assertCode(
        "NOT_FOUND",
        new FindOpenSlots(new DoctorId(UUID.randomUUID()), practice.type, null, day()));
    assertCode(
        "NOT_FOUND",
        new FindOpenSlots(
            practice.doctor, practice.type, new LocationId(UUID.randomUUID()), day()));
    assertCode(
        "RANGE_TOO_LONG",
        new FindOpenSlots(
            practice.doctor, practice.type, null, TimeRange.parse("2030-03-04", "2031-03-04")));
    side.happened(new AppointmentTypeDefined(practice.doctor, practice.type, practice.terms(false)))
        .settled();
    assertCode("TYPE_INACTIVE", new FindOpenSlots(practice.doctor, practice.type, null, day()));
  }

  @Test
  void asksOneStatementWhateverTheNumberOfBookings() throws Exception {
    slots();
    assertThat(QuerySide.statements(this::slots)).isEqualTo(1);
    for (int i = 0; i < 50; i++) {
      side.happened(practice.booked(Practice.newAppointment(), "2030-03-11T08:00:00Z"));
    }
    side.settled();
    assertThat(QuerySide.statements(this::slots)).isEqualTo(1);
  }

  @Test
  void findsTheNextSlotsOverAllMatchingDoctorsInAtMostThreeStatements() throws Exception {
    Practice other = new Practice(practice.specialty);
    side.happened(other.opened());
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
    NextOpenSlotsView next = next("berlin", 3);
    assertThat(next.slots().get(0).doctorId()).isEqualTo(other.doctor);
    assertThat(next.slots())
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> a.startsAt().compareTo(b.startsAt()));
    assertThat(next.slots().stream().map(NextOpenSlotsView.NextSlot::doctorId).distinct())
        .hasSize(2);
    assertThat(next("Paris", 3).slots()).isEmpty();
    assertThat(QuerySide.statements(() -> next("berlin", 3))).isEqualTo(1);
    assertThat(QuerySide.statements(() -> next("berlin", 200))).isEqualTo(3);
  }

  @Test
  void writesSlotsQuicklyAsItWouldSlowly() throws Exception {
    JsonMapper json = side.bean(SealedData.class).json();
    OpenSlotsView view = slots();
    JsonNode quick = json.readTree(json.writeValueAsString(view)).path("slots");
    JsonNode slow = json.readTree(json.writeValueAsString(new ArrayList<>(view.slots())));
    assertThat(quick).isEqualTo(slow);
    assertThat(quick.get(0).path("startsAt").asString()).isEqualTo("2030-03-04T08:00:00Z");
  }

  @Test
  void replaysToTheSameRows() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
    for (String table : List.of("availability_occupied_v1", "availability_schedule_v1")) {
      List<Map<String, Object>> once = side.jdbc().queryForList(mine(table));
      side.replay("availability");
      assertThat(side.jdbc().queryForList(mine(table)).toString())
          .isEqualTo(once.toString())
          .isNotEqualTo("[]");
    }
  }

  /** Events bear the real time, so it looks back at a coming Monday of the real calendar. */
  @Test
  void showsTheSlotsAsTheyStood() throws Exception {
    LocalDate monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Instant before = passed();
    List<String> offered = startsAsOf(before, monday, null);
    side.happened(practice.booked(visit, monday + "T08:00:00Z")).settled();
    Instant after = passed();

    assertThat(offered).contains("08:00");
    assertThat(startsAsOf(before, monday, null)).isEqualTo(offered);
    assertThat(startsAsOf(after, monday, null)).doesNotContain("08:00").isNotEmpty();
    assertThat(startsAsOf(after, monday, visit)).isEqualTo(offered);
    side.happened(practice.cancelled(visit)).settled();
    assertThat(startsAsOf(passed(), monday, null)).isEqualTo(offered);
  }

  /** An instant after all that happened, and before all that will. */
  private static Instant passed() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(1))) {
      Thread.onSpinWait();
    }
    return now;
  }

  private List<String> startsAsOf(Instant time, LocalDate day, @Nullable AppointmentId without) {
    TimeRange range = TimeRange.parse(day.toString(), day.toString());
    return startsOf(
        side.questions()
            .ask(
                new FindOpenSlots(
                    practice.doctor, practice.type, null, range, time, without, false, null),
                OpenSlotsView.class));
  }

  private String mine(String table) {
    String column = table.contains("occupied") ? "calendar" : "doctor_id";
    return "select t::text from read."
        + table
        + " t where "
        + column
        + " = '"
        + practice.doctor.value()
        + "'";
  }

  private AvailabilityExceptionAdded blocked(String from, String to) {
    return new AvailabilityExceptionAdded(
        practice.doctor,
        new ExceptionId(UUID.randomUUID()),
        Instant.parse(from),
        Instant.parse(to),
        ExceptionStatus.BLOCKED,
        null,
        null,
        null);
  }

  private static TimeRange day() {
    return TimeRange.parse("2030-03-04", "2030-03-04");
  }

  private void assertCode(String code, FindOpenSlots query) {
    assertThatThrownBy(() -> side.questions().ask(query, OpenSlotsView.class))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private OpenSlotsView slots() {
    return side.questions()
        .ask(new FindOpenSlots(practice.doctor, practice.type, null, day()), OpenSlotsView.class);
  }

  private List<String> starts() {
    return startsOf(slots());
  }

  private static List<String> startsOf(OpenSlotsView view) {
    return view.slots().stream().map(s -> s.startsAt().toString().substring(11, 16)).toList();
  }

  private NextOpenSlotsView next(String city, int limit) {
    return side.questions()
        .ask(new FindNextOpenSlots(practice.specialty, city, null, limit), NextOpenSlotsView.class);
  }
}
