package medic.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import medic.booking.deciding.AggregateLoader;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.RetryingCommandBus;
import medic.booking.hold.HeldSlots;
import medic.booking.hold.Holds;
import medic.booking.patient.PatientCalendar;
import medic.booking.patient.Remarks;
import medic.booking.room.RoomCalendar;
import medic.booking.room.RoomReservations;
import medic.booking.schedule.AgreedSlot;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.OpenAppointments;
import medic.booking.schedule.Overrides;
import medic.booking.schedule.SlotChoice;
import medic.booking.schedule.SlotRequest;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.OverbookAppointment;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.OverriddenRule;
import medic.events.doctor.SlotHeld;
import medic.events.hold.HoldOutcome;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Books: one unit of work over doctor, room, patient, hold and appointment, always loaded in this
 * order, all deciding before the first of them changes.
 */
class BookingCommandHandler {

  private final Repository<DoctorSchedule> schedules;
  private final Repository<PatientCalendar> patients;
  private final Holds holds;
  private final Repository<Appointment> appointments;
  private final Repository<RoomCalendar> rooms;
  private final FirstEvents firstEvents;
  private final OpenAppointments limits;
  private final PatientZone zones;
  private final Clock clock;

  BookingCommandHandler(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patients,
      Holds holds,
      Repository<Appointment> appointments,
      FirstEvents firstEvents,
      OpenAppointments limits,
      PatientZone zones,
      Clock clock) {
    this.schedules = schedules;
    this.patients = patients;
    this.holds = holds;
    this.appointments = appointments;
    this.rooms = rooms;
    this.firstEvents = firstEvents;
    this.limits = limits;
    this.zones = zones;
    this.clock = clock;
  }

  @CommandHandler
  AppointmentOutcome handle(BookAppointment command, MetaData metaData) throws Exception {
    return handle(command, command.override(), metaData);
  }

  @CommandHandler
  AppointmentOutcome handle(OverbookAppointment command, MetaData metaData) throws Exception {
    BookAppointment booking = command.booking();
    return handle(booking, Overrides.overbooking(booking.override()), metaData);
  }

  private AppointmentOutcome handle(
      BookAppointment command, Set<OverriddenRule> named, MetaData metaData) throws Exception {
    Actor actor = Actor.from(metaData);
    if (metaData.containsKey(RetryingCommandBus.ATTEMPT)) {
      Optional<AppointmentOutcome> first = firstResult(command, metaData);
      if (first.isPresent()) {
        return first.get();
      }
    }
    try {
      return book(command, actor, new Overrides(actor, command.reason(), named));
    } catch (Refusal refusal) {
      return firstResult(command, metaData).orElseThrow(() -> refusal);
    }
  }

  /** The same booking sent again is answered with what it was answered first. */
  private Optional<AppointmentOutcome> firstResult(BookAppointment command, MetaData metaData) {
    return firstEvents
        .of(command.appointmentId(), AppointmentBooked.class)
        .map(
            booked -> {
              MetaData first = firstEvents.metaDataOf(command.appointmentId());
              if (!Repeats.is(command, booked) || !Repeats.asksTheSame(metaData, first)) {
                throw new Refusal(
                    RefusalCode.ID_ALREADY_USED,
                    "This id stands for another appointment.",
                    "appointmentId");
              }
              return AppointmentState.outcomeOf(booked);
            });
  }

  private AppointmentOutcome book(BookAppointment command, Actor actor, Overrides overrides)
      throws Exception {
    Instant now = clock.instant();
    Aggregate<DoctorSchedule> schedule =
        AggregateLoader.load(schedules, command.doctorId(), "doctor", "doctorId");
    HeldSlots held = holds.of(actor, command.holdId(), schedule, now);
    SlotRequest request = request(command, held.holders());
    RoomReservations involved = RoomReservations.load(rooms);
    AgreedSlot slot =
        Holds.promised(held.keeping(request), schedule)
            .orElseGet(() -> agree(request, schedule, involved, overrides, now));
    mustGiveReason(command, slot);
    involved.join(slot.roomId());
    List<SlotHeld> givenUp = held.givenUpFor(slot);
    Set<String> over = HeldSlots.holders(givenUp);
    Aggregate<PatientCalendar> patient =
        AggregateLoader.load(
            patients, PatientCalendar.idOf(command.patientId()), "patient", "patientId");
    patient.execute(
        p -> {
          p.mustBeReachableFor(slot.terms().consultationMode());
          p.mustBeFree(slot.visit(), now, Set.of());
        });
    if (actor.type() == ActorType.PATIENT) {
      mustNotHaveTooMany(schedule, patient, command.patientId(), actor, over, now);
    }

    holds.end(givenUp, HoldOutcome.BOOKED, schedule, involved);
    overrides.take(schedule, command.appointmentId(), command.patientId(), slot, now, over);
    involved.reserve(slot.roomId(), slot.occupied(), command.appointmentId().toString(), null);
    patient.execute(p -> p.plan(command.appointmentId(), slot.startsAt(), slot.endsAt()));
    ZoneId zone = zones.of(command, slot.zone());
    AppointmentBooked booked = booked(command, slot, zone, overrides);
    appointments.newInstance(() -> Appointment.book(booked));
    return AppointmentState.outcomeOf(booked);
  }

  private static void mustGiveReason(BookAppointment command, AgreedSlot slot) {
    boolean isGiven = command.reason() != null && !command.reason().isBlank();
    if (slot.terms().asksForReason() && !isGiven) {
      throw new Refusal(RefusalCode.REASON_REQUIRED, "Say what this appointment is for.", "reason");
    }
  }

  private void mustNotHaveTooMany(
      Aggregate<DoctorSchedule> schedule,
      Aggregate<PatientCalendar> calendar,
      PatientId patient,
      Actor actor,
      Set<String> ignored,
      Instant now) {
    String holder = actor.toString();
    schedule.execute(
        s ->
            s.limits()
                .mustHaveFewerOpenThan(limits.withOneDoctor(), patient, holder, now, ignored));
    calendar.execute(c -> c.mustHaveFewerOpenThan(limits.inAll(), now));
  }

  private static SlotRequest request(BookAppointment command, Set<String> ignored) {
    return new SlotRequest(
        command.appointmentTypeId(),
        command.startsAt(),
        command.locationId(),
        command.roomId(),
        ignored);
  }

  private static AgreedSlot agree(
      SlotRequest request,
      Aggregate<DoctorSchedule> schedule,
      RoomReservations rooms,
      Overrides overrides,
      Instant now) {
    Function<SlotRequest, AgreedSlot> agree =
        asked -> overrides.agree(asked, one -> schedule.invoke(s -> s.agree(one, now)));
    AgreedSlot first = agree.apply(request);
    rooms.join(first.roomId());
    return SlotChoice.withRoom(first, request, rooms, agree, now);
  }

  private static AppointmentBooked booked(
      BookAppointment command, AgreedSlot slot, ZoneId patientTimezone, Overrides overrides) {
    return new AppointmentBooked(
        command.appointmentId(),
        command.doctorId(),
        command.patientId(),
        slot.typeId(),
        slot.locationId(),
        slot.roomId(),
        slot.startsAt(),
        slot.endsAt(),
        slot.terms().requiresConfirmation()
            ? AppointmentStatus.PENDING
            : AppointmentStatus.CONFIRMED,
        slot.terms().consultationMode(),
        slot.terms().priceCents(),
        slot.terms().currency(),
        command.source(),
        patientTimezone,
        slot.zone(),
        command.holdId(),
        Remarks.of(command.patientId(), command.reason()),
        overrides.onRecord());
  }
}
