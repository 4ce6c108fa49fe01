package medic.query.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.MayAnswer;
import medic.http.Role;
import medic.query.appointments.AppointmentsProjection;
import medic.query.audit.changes.Period;
import medic.query.patients.PatientsProjection;
import medic.query.processing.ReadModel;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import medic.query.web.TimeBound;
import medic.query.web.TimeRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Open slots of a doctor, now and as they change, and the next ones of all doctors that match. */
@RestController
@ReadModel(AvailabilityProjection.GROUP)
class AvailabilityEndpoint {

  private static final int USUAL_NEXT = 10;

  private final Questions questions;
  private final SlotStreams streams;
  private final MovedVisits moves;
  private final Clock clock;

  AvailabilityEndpoint(Questions questions, SlotStreams streams, MovedVisits moves, Clock clock) {
    this.questions = questions;
    this.streams = streams;
    this.moves = moves;
    this.clock = clock;
  }

  /** With an appointment: where it could be moved to, its own time left out. */
  @MayAnswer(HttpStatus.UNPROCESSABLE_CONTENT)
  @ReadModel({AvailabilityProjection.GROUP, AppointmentsProjection.GROUP, PatientsProjection.GROUP})
  @GetMapping("/api/doctors/{doctorId}/availability")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  OpenSlotsView availability(
      @PathVariable DoctorId doctorId,
      @RequestParam AppointmentTypeId appointmentTypeId,
      @RequestParam @Nullable AppointmentId appointmentId,
      @RequestParam @Nullable LocationId locationId,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable String asOf,
      Caller caller) {
    return questions.ask(
        new FindOpenSlots(
            doctorId,
            appointmentTypeId,
            locationId,
            TimeRange.parse(from, to),
            past(asOf, doctorId, caller),
            moves.of(appointmentId, doctorId, appointmentTypeId, caller),
            caller.role() == Role.PATIENT,
            caller.asHolder()),
        OpenSlotsView.class);
  }

  /** Looking back reads whole streams, so it is for those who have to look into a case. */
  private static @Nullable Instant past(@Nullable String asOf, DoctorId doctor, Caller caller) {
    TimeBound time = TimeBound.parse("asOf", asOf);
    if (time == null) {
      return null;
    }
    if (caller.role() == Role.PATIENT || caller.role() == Role.DOCTOR && !caller.is(doctor)) {
      throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "This caller may not look back.");
    }
    return time.endIn(ZoneOffset.UTC);
  }

  /** Of slots in [slotsFrom, slotsTo), by default in the 30 days from the period's end. */
  @GetMapping("/api/doctors/{doctorId}/availability/changes")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = Own.DOCTOR_IN_PATH)
  SlotChangesView changes(
      @PathVariable DoctorId doctorId,
      @RequestParam AppointmentTypeId appointmentTypeId,
      @RequestParam @Nullable LocationId locationId,
      @RequestParam String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable String slotsFrom,
      @RequestParam @Nullable String slotsTo) {
    Period period = Period.parse(from, to, clock.instant());
    TimeBound first = TimeBound.parse("slotsFrom", slotsFrom);
    TimeRange range =
        new TimeRange(
            first == null ? new TimeBound(period.to(), null) : first,
            TimeBound.parse("slotsTo", slotsTo));
    return questions.ask(
        new FindSlotChanges(
            new FindOpenSlots(doctorId, appointmentTypeId, locationId, range), period),
        SlotChangesView.class);
  }

  @MayAnswer(HttpStatus.UNPROCESSABLE_CONTENT)
  @ReadModel({AvailabilityProjection.GROUP, AppointmentsProjection.GROUP, PatientsProjection.GROUP})
  @GetMapping("/api/doctors/{doctorId}/availability/stream")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  SseEmitter stream(
      @PathVariable DoctorId doctorId,
      @RequestParam AppointmentTypeId appointmentTypeId,
      @RequestParam @Nullable AppointmentId appointmentId,
      @RequestParam @Nullable LocationId locationId,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      Caller caller) {
    return streams.open(
        new FindOpenSlots(
            doctorId,
            appointmentTypeId,
            locationId,
            TimeRange.parse(from, to),
            null,
            moves.of(appointmentId, doctorId, appointmentTypeId, caller),
            caller.role() == Role.PATIENT,
            caller.asHolder()),
        caller);
  }

  /** From now on, from an instant, or from a civil date as the slot's location counts it. */
  @GetMapping("/api/availability/next")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  NextOpenSlotsView next(
      @RequestParam @Nullable String specialty,
      @RequestParam @Nullable String city,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable Integer limit) {
    int count = limit == null ? USUAL_NEXT : PageSize.of(limit);
    return questions.ask(
        new FindNextOpenSlots(specialty, city, TimeBound.parse("from", from), count),
        NextOpenSlotsView.class);
  }
}
