package medic.booking.deciding;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.booking.given.Visit;
import medic.booking.room.RoomCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.PatientCalendarId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongHistoryTest {
  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final RoomId room = ada.addRoom(1);
  private final PatientId grace = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private void bookEveryDay(int days) {
    for (int day = 0; day < days; day++) {
      String tomorrow = house.clock.instant().plus(1, ChronoUnit.DAYS).toString();
      ada.book(grace, tomorrow.substring(0, 10) + "T10:00:00Z");
      house.pass(Duration.ofDays(1));
    }
  }

  @Test
  void whatIsOverLeavesTheState() {
    ada.worksEveryDay(room);
    bookEveryDay(5);
    int schedule = house.state("schedules", ada.id).length();
    int rooms = house.state("rooms", room).length();
    int patient = house.state("patientCalendars", new PatientCalendarId(grace.value())).length();

    bookEveryDay(1000);

    assertThat(house.store.eventsOf(ada.id)).isGreaterThan(1000);
    assertThat(house.state("schedules", ada.id)).hasSizeLessThanOrEqualTo(schedule + 10);
    assertThat(house.state("rooms", room)).hasSizeLessThanOrEqualTo(rooms + 10);
    assertThat(house.state("patientCalendars", new PatientCalendarId(grace.value())))
        .hasSizeLessThanOrEqualTo(patient + 10);
    try (BookingFixture fresh = house.join()) {
      assertThat(fresh.state("schedules", ada.id)).isEqualTo(house.state("schedules", ada.id));
    }
  }

  @Test
  void aSnapshotDecidesLikeTheEventsItStandsFor() {
    RoomId virtual = ada.addRoom(ada.place, 2, true);
    AppointmentTypeId careful =
        ada.offers(
            Visit.visit()
                .buffers(5, 10)
                .usuallyAt(ada.place)
                .usuallyIn(virtual)
                .by(ConsultationMode.VIDEO));
    ada.works(Hours.from("08:00", "18:00").in(room).atATime(2).pausing("12:00", "13:00"));
    AppointmentOutcome first = ada.book(grace, "10:00");
    ada.book(house.patient(), "11:00");
    ada.hold(grace, "14:00");
    house.cancel(first);
    house.send(
        new ReportExternalBusyTimes(
            ada.id,
            Given.id(ConnectionId::new),
            "other",
            List.of(
                new ExternalBusyTimeDetails(
                    "golf", Doctor.at("15:00"), Doctor.at("16:00"), BusyStatus.BUSY)),
            List.of(),
            true,
            house.clock.instant()));
    List<String> decided = decisions(house, careful);
    assertThat(decided).contains("open", "SLOT_TAKEN", "ROOM_TAKEN", "NOT_OFFERED");

    house.snapshot(DoctorSchedule.class, ada.id);
    house.snapshot(RoomCalendar.class, room);
    assertThat(house.store.hasSnapshot(ada.id)).isTrue();
    assertThat(house.store.hasSnapshot(room)).isTrue();

    try (BookingFixture restarted = house.join()) {
      assertThat(restarted.state("schedules", ada.id)).isEqualTo(house.state("schedules", ada.id));
      assertThat(restarted.state("rooms", room)).isEqualTo(house.state("rooms", room));
      assertThat(decisions(restarted, careful)).isEqualTo(decided);
    }
  }

  /** What becomes of a booking of every half hour of the day, each undone. */
  private List<String> decisions(BookingFixture node, AppointmentTypeId careful) {
    List<String> decisions = new ArrayList<>();
    PatientId anybody = house.patient();
    for (AppointmentTypeId type : List.of(ada.visit, careful)) {
      for (int halfHour = 14; halfHour < 38; halfHour++) {
        String time = "%02d:%02d".formatted(halfHour / 2, halfHour % 2 * 30);
        try {
          AppointmentOutcome booked = node.send(ada.booking(type, anybody, time));
          node.cancel(booked);
          decisions.add("open");
        } catch (Refusal refusal) {
          decisions.add(refusal.code().name());
        }
      }
    }
    return decisions;
  }

  @Test
  void aLongStreamIsReadFromItsSnapshot() {
    ada.worksEveryDay();
    bookEveryDay(320);
    house.snapshot(DoctorSchedule.class, ada.id);
    assertThat(house.store.hasSnapshot(ada.id)).isTrue();
    try (BookingFixture restarted = house.join()) {
      String next = house.clock.instant().plus(1, ChronoUnit.DAYS).toString().substring(0, 10);
      restarted.send(ada.booking(ada.visit, grace, next + "T10:00:00Z"));
      refused(
          RefusalCode.SLOT_TAKEN,
          () -> restarted.send(ada.booking(ada.visit, restarted.patient(), next + "T10:00:00Z")));
    }
  }
}
