package medic.booking.appointment;

import java.time.ZoneId;
import medic.booking.patient.PreferredZones;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import org.jspecify.annotations.Nullable;

/**
 * In which zone a patient reads the times of a visit: the one that was asked for, else the one they
 * prefer, else that of the place.
 */
class PatientZone {

  private final PreferredZones preferred;

  PatientZone(PreferredZones preferred) {
    this.preferred = preferred;
  }

  ZoneId of(BookAppointment command, ZoneId place) {
    return command.patientTimezone() == null
        ? preferred.of(command.patientId()).orElse(place)
        : command.patientTimezone();
  }

  /** None where it stays: a visit in the zone of its place does not, once that is another. */
  @Nullable ZoneId afterMove(AppointmentOutcome visit, ZoneId place) {
    boolean placesOwn = visit.patientTimezone().equals(visit.doctorTimezone());
    return placesOwn && !place.equals(visit.doctorTimezone())
        ? preferred.of(visit.patientId()).orElse(place)
        : null;
  }
}
