package medic.booking.schedule;

import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.ConsultationMode;

/** Nobody can be seen in person in a virtual room. */
final class RoomFitsMode {

  private RoomFitsMode() {}

  static void verify(ConsultationMode mode, boolean virtualRoom, String field) {
    if (virtualRoom && mode == ConsultationMode.IN_PERSON) {
      throw new Refusal(
          RefusalCode.ROOM_UNSUITABLE,
          "A visit in person needs a room that is not virtual.",
          field);
    }
  }
}
