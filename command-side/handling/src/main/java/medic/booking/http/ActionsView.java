package medic.booking.http;

import java.util.List;
import medic.command.appointment.ActionsOutcome;
import medic.events.id.AppointmentId;

/**
 * What its caller may do with a visit.
 *
 * @param slots where to ask for the slots that it could be moved to
 */
record ActionsView(AppointmentId appointmentId, List<ActionsOutcome.Action> actions, String slots) {

  static ActionsView of(ActionsOutcome outcome) {
    return new ActionsView(
        outcome.appointmentId(),
        outcome.actions(),
        "/api/doctors/"
            + outcome.doctorId().value()
            + "/availability?appointmentTypeId="
            + outcome.appointmentTypeId().value()
            + "&appointmentId="
            + outcome.appointmentId().value());
  }
}
