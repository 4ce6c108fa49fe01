package medic.query.appointments;

import java.time.Instant;
import java.time.ZoneOffset;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.names.NamesProjection;
import medic.query.processing.ReadModel;
import medic.query.web.AskedStatuses;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET
 * /api/appointments?doctorId=&patientId=&roomId=&locationId=&appointmentTypeId=&status=&from=&to=}.
 * Doctors and patients find their own; civil dates are those of UTC, for places differ.
 */
@RestController
@ReadModel({AppointmentsProjection.GROUP, NamesProjection.GROUP})
class AppointmentSearchEndpoint {

  private final Questions questions;

  AppointmentSearchEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/appointments")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  AppointmentsFound find(
      @RequestParam @Nullable DoctorId doctorId,
      @RequestParam @Nullable PatientId patientId,
      @RequestParam @Nullable RoomId roomId,
      @RequestParam @Nullable LocationId locationId,
      @RequestParam @Nullable AppointmentTypeId appointmentTypeId,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor,
      Caller caller) {
    TimeBound first = TimeBound.parse("from", from);
    TimeBound last = TimeBound.parse("to", to);
    Instant start = first == null ? null : first.startIn(ZoneOffset.UTC);
    Instant end = last == null ? null : last.endIn(ZoneOffset.UTC);
    if (start != null && end != null && !start.isBefore(end)) {
      throw ApiException.badField("to", "OUT_OF_RANGE", "must be after from");
    }
    Cursor.decodeUuid(cursor);
    return questions.ask(
        new FindAppointments(
            doctor(doctorId, caller),
            patient(patientId, caller),
            roomId,
            locationId,
            appointmentTypeId,
            AskedStatuses.parse(status),
            start,
            end,
            PageSize.of(limit),
            cursor),
        AppointmentsFound.class);
  }

  private static @Nullable DoctorId doctor(@Nullable DoctorId asked, Caller caller) {
    DoctorId self = caller.doctor();
    if (self != null && asked != null && !asked.equals(self)) {
      throw ApiException.notFound("doctor");
    }
    return self == null ? asked : self;
  }

  private static @Nullable PatientId patient(@Nullable PatientId asked, Caller caller) {
    PatientId self = caller.patient();
    if (self != null && asked != null && !asked.equals(self)) {
      throw ApiException.notFound("patient");
    }
    return self == null ? asked : self;
  }
}
