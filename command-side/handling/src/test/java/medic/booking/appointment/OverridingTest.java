package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.booking.given.Visit;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.OverbookAppointment;
import medic.command.appointment.OverbookMove;
import medic.command.appointment.RescheduleAppointment;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.command.rule.Overridable;
import medic.command.rule.Rule;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.BookingSource;
import medic.events.appointment.OverriddenRule;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.DoctorOverbooked;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.ExceptionId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule, every sender, both commands: allowed or refused as the table says. It is Monday, 6
 * o'clock; doctors work from 8 to 18 o'clock.
 */
class OverridingTest {

  private static final String REASON = "She is in pain";

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  /** A rule, and a visit that breaks it and no other. */
  private record Broken(AppointmentTypeId type, String time) {}

  private Broken broken(Rule rule) {
    return switch (rule) {
      case NOTICE -> new Broken(ada.offers(visit().noticeMinutes(60 * 48)), "10:00");
      case HORIZON -> new Broken(ada.offers(visit().daysAhead(0)), "10:00");
      case HOURS -> new Broken(ada.visit, "2026-03-03T21:07:00Z");
      case INACTIVE_TYPE -> new Broken(ada.offers(visit().inactive()), "10:00");
      case CONFLICT -> {
        ada.book(tom, "10:00");
        yield new Broken(ada.visit, "10:00");
      }
      case ROOM -> new Broken(inATakenRoom(), "10:00");
      case PATIENT -> {
        house.doctor().worksEveryDay().book(grace, "10:00");
        yield new Broken(ada.visit, "10:00");
      }
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private AppointmentTypeId inATakenRoom() {
    RoomId room = ada.addRoom(1);
    Doctor bob = house.doctor();
    ada.share(room, bob);
    bob.works(Hours.from("08:00", "18:00").on(java.time.DayOfWeek.TUESDAY).in(room));
    bob.book(tom, "10:00");
    return ada.offers(visit().usuallyAt(ada.place).usuallyIn(room));
  }

  private static Stream<Arguments> rulesAndSenders() {
    List<Rule> broken =
        List.of(
            Rule.NOTICE,
            Rule.HORIZON,
            Rule.HOURS,
            Rule.INACTIVE_TYPE,
            Rule.CONFLICT,
            Rule.ROOM,
            Rule.PATIENT);
    return broken.stream()
        .flatMap(rule -> Stream.of(ActorType.values()).map(sender -> Arguments.of(rule, sender)));
  }

  private Actor sender(ActorType type) {
    return switch (type) {
      case DOCTOR -> ada.self();
      case PATIENT -> BookingFixture.as(grace);
      default -> new Actor(type, "somebody");
    };
  }

  /** How a command asks for an override, from the least to the most. */
  private enum Asked {
    NOT_AT_ALL,
    BY_NAME_WITHOUT_REASON,
    WITH_REASON,
    BY_NAME,
    BY_COMMAND
  }

  private static boolean suffices(Asked asked, Overridable how) {
    return switch (how) {
      case WITH_REASON -> asked.compareTo(Asked.WITH_REASON) >= 0;
      case BY_NAME -> asked.compareTo(Asked.BY_NAME) >= 0;
      case BY_COMMAND -> asked == Asked.BY_COMMAND;
      case NOT_BOUND, NEVER -> false;
    };
  }

  private static @Nullable String reason(Asked asked) {
    return asked.compareTo(Asked.WITH_REASON) >= 0 ? REASON : null;
  }

  /** All but the conflict, which no request can name. */
  private static Set<OverriddenRule> named(Asked asked) {
    return asked == Asked.NOT_AT_ALL || asked == Asked.WITH_REASON
        ? Set.of()
        : EnumSet.complementOf(EnumSet.of(OverriddenRule.CONFLICT));
  }

  private Object booking(Broken broken, Asked asked) {
    BookAppointment booking =
        new BookAppointment(
            ada.id,
            Given.id(AppointmentId::new),
            broken.type(),
            grace,
            Doctor.at(broken.time()),
            null,
            null,
            null,
            reason(asked),
            null,
            BookingSource.API,
            named(asked));
    return asked == Asked.BY_COMMAND ? OverbookAppointment.of(booking) : booking;
  }

  @ParameterizedTest
  @MethodSource("rulesAndSenders")
  void bookingsAreDecidedByTheTable(Rule rule, ActorType sender) {
    Broken broken = broken(rule);
    for (Asked asked : Asked.values()) {
      if (suffices(asked, rule.by(sender))) {
        AppointmentOutcome booked = house.send(booking(broken, asked), sender(sender));
        AppointmentBooked event = (AppointmentBooked) house.eventsOf(booked.appointmentId()).get(0);
        assertThat(event.overridden()).containsExactly(rule.onRecord().orElseThrow());
        house.cancel(booked);
      } else {
        refused(rule.code(), () -> house.send(booking(broken, asked), sender(sender)));
      }
    }
  }

  private Object moving(AppointmentOutcome visit, String time, Asked asked) {
    RescheduleAppointment move =
        new RescheduleAppointment(
            visit.appointmentId(), Doctor.at(time), null, null, null, reason(asked), named(asked));
    return asked == Asked.BY_COMMAND ? OverbookMove.of(move) : move;
  }

  /** A visit that may stand, of a type that then becomes what breaks the rule. */
  private AppointmentOutcome visitToBeMoved(Rule rule) {
    String slug = "moved-" + Given.id(AppointmentId::new).value();
    AppointmentTypeId type = ada.offers(visit());
    AppointmentOutcome visit = house.send(ada.booking(type, grace, "2026-03-09T09:00:00Z"));
    Visit then =
        switch (rule) {
          case NOTICE -> visit().noticeMinutes(60 * 48);
          case HORIZON -> visit().daysAhead(0);
          default -> visit();
        };
    house.send(new ReviseAppointmentType(ada.id, type, then.slug(slug).details()));
    return visit;
  }

  @ParameterizedTest
  @MethodSource("rulesAndSenders")
  void movesAreDecidedByTheTable(Rule rule, ActorType sender) {
    if (rule == Rule.INACTIVE_TYPE || rule == Rule.ROOM || sender == ActorType.AUDITOR) {
      return; // visits of an inactive type move; auditors are refused before any rule
    }
    AppointmentOutcome visit = visitToBeMoved(rule);
    String time =
        switch (rule) {
          case NOTICE, HORIZON -> "10:00";
          default -> broken(rule).time();
        };
    for (Asked asked : Asked.values()) {
      if (suffices(asked, rule.by(sender))) {
        AppointmentOutcome moved = house.send(moving(visit, time, asked), sender(sender));
        assertThat(moved.rescheduleCount()).isZero();
        assertThat(lastMove(moved).overridden()).containsExactly(rule.onRecord().orElseThrow());
        house.send(moving(moved, "2026-03-09T09:00:00Z", Asked.BY_COMMAND), ada.self());
      } else {
        refused(rule.code(), () -> house.send(moving(visit, time, asked), sender(sender)));
      }
    }
  }

  private AppointmentRescheduled lastMove(AppointmentOutcome moved) {
    List<Object> events = house.eventsOf(moved.appointmentId());
    return (AppointmentRescheduled) events.get(events.size() - 1);
  }

  @Test
  void thePracticeMovesOnWithAReasonWhenThePatientMayNoMore() {
    AppointmentTypeId type = ada.offers(visit().movedAtMost(1));
    AppointmentOutcome visit = house.send(ada.booking(type, grace, "10:00"));
    house.send(moving(visit, "10:30", Asked.NOT_AT_ALL), ada.self());
    AppointmentOutcome once =
        house.send(moving(visit, "11:00", Asked.NOT_AT_ALL), BookingFixture.as(grace));
    assertThat(once.rescheduleCount()).isEqualTo(1);
    for (Actor sender : List.of(ada.self(), BookingFixture.as(grace), BookingFixture.ADMIN)) {
      refused(
          RefusalCode.RESCHEDULE_LIMIT_REACHED,
          () -> house.send(moving(visit, "12:00", Asked.NOT_AT_ALL), sender));
    }
    refused(
        RefusalCode.RESCHEDULE_LIMIT_REACHED,
        () -> house.send(moving(visit, "12:00", Asked.BY_NAME), BookingFixture.as(grace)));
    AppointmentOutcome twice =
        house.send(moving(visit, "12:00", Asked.WITH_REASON), BookingFixture.ADMIN);
    assertThat(twice.rescheduleCount()).isEqualTo(1);
    assertThat(lastMove(twice).overridden()).containsExactly(OverriddenRule.MOVE_LIMIT);
  }

  @Test
  void severalRulesAreOverriddenAtOnceAndOnlyThoseThatHadToBe() {
    AppointmentTypeId type = ada.offers(visit().noticeMinutes(60 * 48).inactive());
    AppointmentOutcome booked =
        house.send(booking(new Broken(type, "21:07"), Asked.BY_NAME), ada.self());
    AppointmentBooked event = (AppointmentBooked) house.eventsOf(booked.appointmentId()).get(0);
    assertThat(event.overridden())
        .containsExactlyInAnyOrder(
            OverriddenRule.NOTICE, OverriddenRule.HOURS, OverriddenRule.INACTIVE_TYPE);
    assertThat(((AppointmentBooked) house.eventsOf(plain().appointmentId()).get(0)).overridden())
        .isNull();
  }

  private AppointmentOutcome plain() {
    return house.send(booking(new Broken(ada.visit, "15:00"), Asked.BY_COMMAND), ada.self());
  }

  @Test
  void blocksAndTimeOffAreHours() {
    house.send(
        new AddAvailabilityException(
            ada.id,
            Given.id(ExceptionId::new),
            new ExceptionDetails(
                null,
                Doctor.at("10:00"),
                Doctor.at("12:00"),
                ExceptionStatus.BLOCKED,
                null,
                null,
                null)));
    Broken blocked = new Broken(ada.visit, "10:00");
    refused(
        RefusalCode.NOT_OFFERED, () -> house.send(booking(blocked, Asked.WITH_REASON), ada.self()));
    assertThat(house.<AppointmentOutcome>send(booking(blocked, Asked.BY_NAME), ada.self()))
        .isNotNull();
  }

  @Test
  void whatIsOverbookedIsSaidWithWhatStandsBesideIt() {
    AppointmentOutcome first = ada.book(tom, "10:00");
    AppointmentOutcome second =
        house.send(booking(new Broken(ada.visit, "10:00"), Asked.BY_COMMAND), ada.self());
    assertThat(ada.events())
        .filteredOn(DoctorOverbooked.class::isInstance)
        .containsExactly(
            new DoctorOverbooked(
                ada.id,
                second.appointmentId(),
                second.startsAt(),
                second.endsAt(),
                List.of(first.appointmentId()),
                false));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(house.patient(), "10:00"));
    house.cancel(first);
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(house.patient(), "10:00"));
    house.cancel(second);
    ada.book(house.patient(), "10:00");
  }

  @Test
  void busyTimesElsewhereAreConflictsToo() {
    house.send(
        new ReportExternalBusyTimes(
            ada.id,
            Given.id(ConnectionId::new),
            "google",
            List.of(
                new ExternalBusyTimeDetails(
                    "e", Doctor.at("09:45"), Doctor.at("10:15"), BusyStatus.BUSY)),
            List.of(),
            true,
            house.clock.instant()));
    Broken busy = new Broken(ada.visit, "10:00");
    refused(RefusalCode.SLOT_TAKEN, () -> house.send(booking(busy, Asked.BY_NAME), ada.self()));
    house.send(booking(busy, Asked.BY_COMMAND), ada.self());
    assertThat(ada.events())
        .filteredOn(DoctorOverbooked.class::isInstance)
        .extracting("busyElsewhere")
        .containsExactly(true);
  }

  @Test
  void aVisitThatBeganIsPutDownForHalfADay() {
    house.pass(Duration.ofHours(28).plusMinutes(5)); // Tuesday, 10:05
    Instant now = house.clock.instant();
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(booking(new Broken(ada.visit, "10:00"), Asked.NOT_AT_ALL), ada.self()));
    AppointmentOutcome walkIn =
        house.send(booking(new Broken(ada.visit, "10:00"), Asked.WITH_REASON), ada.self());
    assertThat(walkIn.startsAt()).isBefore(now);
    house.pass(Duration.ofHours(12));
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(booking(new Broken(ada.visit, "09:30"), Asked.BY_COMMAND), ada.self()));
  }

  @Test
  void refusalsTellThePracticeHowAndNobodyElse() {
    Broken broken = broken(Rule.NOTICE);
    String atLeast = "This visit must be booked at least 2880 minutes before it starts.";
    assertThat(detail(broken, BookingFixture.as(grace))).isEqualTo(atLeast);
    assertThat(detail(broken, ada.self()))
        .isEqualTo(atLeast + " The practice may do it all the same: give a reason.");
    house.pass(Duration.ofHours(30));
    assertThat(detail(broken, BookingFixture.as(grace))).isEqualTo("This time lies in the past.");
  }

  private String detail(Broken broken, Actor sender) {
    try {
      house.send(booking(broken, Asked.NOT_AT_ALL), sender);
    } catch (Refusal refusal) {
      return refusal.details().detail();
    }
    throw new AssertionError("not refused");
  }

  @Test
  void nothingBringsBackWhatWasWithdrawn() {
    AppointmentTypeId type = ada.offers(visit());
    house.send(new WithdrawAppointmentType(ada.id, type));
    refused(
        RefusalCode.TYPE_INACTIVE,
        () ->
            house.send(booking(new Broken(type, "10:00"), Asked.BY_COMMAND), BookingFixture.ADMIN));
  }
}
