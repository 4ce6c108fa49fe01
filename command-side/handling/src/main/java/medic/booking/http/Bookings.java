package medic.booking.http;

import medic.command.appointment.BookAppointment;
import medic.events.appointment.BookingSource;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the command of a request to book: for whom, by which door, under which id. */
@Component
class Bookings {

  private final Ids ids;

  Bookings(Ids ids) {
    this.ids = ids;
  }

  BookAppointment command(NewBooking body, @Nullable String key, Caller caller) {
    if (caller.role() == Role.DOCTOR && !caller.is(body.doctorId())) {
      throw ApiException.notFound("doctor");
    }
    return new BookAppointment(
        body.doctorId(),
        ids.of(body.appointmentId(), KeyHeader.verified(key), caller, AppointmentId::new),
        body.appointmentTypeId(),
        patient(body, caller),
        body.startsAt(),
        body.locationId(),
        body.roomId(),
        body.holdId(),
        body.reason(),
        body.patientTimezone(),
        source(body, caller),
        RulesToOverride.of(body.override(), body.reason(), caller));
  }

  private static PatientId patient(NewBooking body, Caller caller) {
    PatientId self = caller.patient();
    if (self == null) {
      if (body.patientId() == null) {
        throw ApiException.badField("patientId", "NOT_NULL", "must be given");
      }
      return body.patientId();
    }
    if (body.patientId() != null && !body.patientId().equals(self)) {
      throw ApiException.notFound("patient");
    }
    return self;
  }

  /** A patient always comes by the portal; the others may say by which door. */
  private static BookingSource source(NewBooking body, Caller caller) {
    return switch (caller.role()) {
      case PATIENT -> BookingSource.PATIENT_PORTAL;
      case DOCTOR -> body.source() == null ? BookingSource.DOCTOR : body.source();
      default -> body.source() == null ? BookingSource.API : body.source();
    };
  }
}
