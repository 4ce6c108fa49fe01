package medic.booking.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.AppointmentAction;
import medic.events.id.AppointmentId;
import org.jspecify.annotations.Nullable;

/**
 * What its caller may do with a visit.
 *
 * @param slots where to ask for the slots that it could be moved to; absent for who never moves one
 */
record ActionsView(
    AppointmentId appointmentId,
    List<ActionsOutcome.Action> actions,
    @JsonInclude(Include.NON_NULL) @Nullable String slots) {

  private static final String FORBIDDEN = "FORBIDDEN";

  static ActionsView of(ActionsOutcome outcome) {
    return new ActionsView(
        outcome.appointmentId(), outcome.actions(), mayEverMove(outcome) ? slots(outcome) : null);
  }

  private static boolean mayEverMove(ActionsOutcome outcome) {
    return outcome.actions().stream()
        .anyMatch(
            action ->
                action.action() == AppointmentAction.RESCHEDULE
                    && !FORBIDDEN.equals(action.code()));
  }

  private static String slots(ActionsOutcome outcome) {
    return "/api/doctors/"
        + outcome.doctorId().value()
        + "/availability?appointmentTypeId="
        + outcome.appointmentTypeId().value()
        + "&appointmentId="
        + outcome.appointmentId().value();
  }
}
