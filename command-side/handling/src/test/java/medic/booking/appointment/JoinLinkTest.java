package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.SetJoinLink;
import medic.events.Remark;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.PatientId;
import medic.personal.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinLinkTest {

  private static final String LINK = "https://meet.example/room?pwd=1";

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();

  @Test
  void aVideoVisitIsJoinedWhereThePracticeSays() {
    AppointmentOutcome booked = booked(ConsultationMode.VIDEO, false);

    AppointmentOutcome linked = set(booked, LINK);
    set(booked, LINK);
    set(booked, "https://meet.example/other");
    set(booked, null);
    set(booked, null);

    assertThat(linked).isEqualTo(booked);
    assertThat(house.eventsOf(booked.appointmentId()))
        .filteredOn(AppointmentJoinLinkSet.class::isInstance)
        .hasSize(3)
        .first()
        .satisfies(
            event ->
                assertThat(((AppointmentJoinLinkSet) event).joinLink().open())
                    .isEqualTo(new Value.Present<>(new Remark(LINK))));
  }

  @ParameterizedTest
  @EnumSource(value = ConsultationMode.class, names = "VIDEO", mode = EnumSource.Mode.EXCLUDE)
  void nobodyJoinsAVisitThatIsNotByVideo(ConsultationMode mode) {
    AppointmentOutcome booked = booked(mode, false);

    refused(RefusalCode.NOT_BY_VIDEO, () -> set(booked, LINK));
  }

  @Test
  void aLinkUnderAKeyIsKnownAgainThoughItChangedNothing() {
    AppointmentOutcome booked = booked(ConsultationMode.VIDEO, false);
    SetJoinLink link = new SetJoinLink(booked.appointmentId(), LINK);
    SetJoinLink other = new SetJoinLink(booked.appointmentId(), LINK + "/other");
    house.send(link, ada.self());
    house.send(link, ada.self(), "key", "link");
    house.send(other, ada.self());
    int stored = house.eventsOf(booked.appointmentId()).size();
    house.send(link, ada.self(), "key", "link");
    assertThat(house.eventsOf(booked.appointmentId())).hasSize(stored);
    refused(
        RefusalCode.IDEMPOTENCY_KEY_REUSED, () -> house.send(other, ada.self(), "key", "other"));
  }

  @Test
  void nobodyJoinsAVisitThatIsOff() {
    AppointmentOutcome booked = booked(ConsultationMode.VIDEO, false);
    house.send(new CancelAppointment(booked.appointmentId(), null), ada.self());

    refused(RefusalCode.INVALID_TRANSITION, () -> set(booked, LINK));
  }

  @Test
  void whatIsAskedForStaysAskedFor() {
    AppointmentOutcome asked = booked(ConsultationMode.VIDEO, true);

    assertThat(set(asked, LINK).status()).isEqualTo(AppointmentStatus.PENDING);
  }

  @Test
  void aMoveThatIsAskedForStaysAskedFor() {
    AppointmentOutcome booked = booked(ConsultationMode.VIDEO, true);
    ConfirmAppointment yes = new ConfirmAppointment(booked.appointmentId(), null);
    house.send(yes, ada.self());
    AppointmentOutcome moving = house.send(Doctor.move(booked, "12:00"), BookingFixture.as(grace));
    assertThat(moving.requestedMove()).isNotNull();

    assertThat(set(booked, LINK)).isEqualTo(moving);
    AppointmentOutcome agreed = house.send(yes, ada.self());
    assertThat(agreed.startsAt()).isEqualTo(Doctor.at("12:00"));
  }

  private AppointmentOutcome set(AppointmentOutcome visit, String link) {
    return house.send(new SetJoinLink(visit.appointmentId(), link), ada.self());
  }

  private AppointmentOutcome booked(ConsultationMode mode, boolean needsWord) {
    var terms = visit().by(mode);
    return house.send(
        ada.booking(ada.offers(needsWord ? terms.needingTheDoctorsWord() : terms), grace, "10:00"));
  }
}
