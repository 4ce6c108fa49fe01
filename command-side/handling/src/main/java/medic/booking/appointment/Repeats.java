package medic.booking.appointment;

import java.util.Objects;
import medic.booking.patient.Remarks;
import medic.command.CommandMetaData;
import medic.command.appointment.BookAppointment;
import medic.events.appointment.AppointmentBooked;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Whether a booking under an id that is taken is the one that took it, sent again: the same in all
 * that it names. What it leaves open fits whatever was chosen for it.
 */
final class Repeats {

  private Repeats() {}

  static boolean is(BookAppointment command, AppointmentBooked first) {
    return first.doctorId().equals(command.doctorId())
        && first.patientId().equals(command.patientId())
        && first.appointmentTypeId().equals(command.appointmentTypeId())
        && first.startsAt().equals(command.startsAt())
        && first.source() == command.source()
        && Objects.equals(first.holdId(), command.holdId())
        && fits(command.locationId(), first.locationId())
        && fits(command.roomId(), first.roomId())
        && fits(command.patientTimezone(), first.patientTimezone())
        && Remarks.isSaid(command.reason(), first.reason());
  }

  /**
   * By the same address, with the same rules overridden. A booking of old does not tell, nor does a
   * command that no client sent.
   */
  static boolean asksTheSame(MetaData command, MetaData first) {
    Object asked = command.get(CommandMetaData.REQUEST);
    Object before = first.get(CommandMetaData.REQUEST);
    return asked == null || before == null || asked.equals(before);
  }

  private static <T> boolean fits(@Nullable T named, @Nullable T chosen) {
    return named == null || named.equals(chosen);
  }
}
