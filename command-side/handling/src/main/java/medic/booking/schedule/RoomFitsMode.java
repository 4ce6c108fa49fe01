package medic.booking.schedule;

import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.ConsultationMode;

/** A room that is named suits the kind of visit. */
final class RoomFitsMode {

  private RoomFitsMode() {}

  static void verify(ConsultationMode mode, boolean virtualRoom, String field) {
    if (!mode.suits(virtualRoom)) {
      throw new Refusal(
          RefusalCode.ROOM_UNSUITABLE,
          "A visit in person needs a room that is not virtual.",
          field);
    }
  }
}
