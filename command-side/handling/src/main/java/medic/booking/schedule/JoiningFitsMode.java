package medic.booking.schedule;

import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.ConsultationMode;

/** A link is for video visits, a number to call for those by phone: elsewhere nobody sees them. */
final class JoiningFitsMode {

  private JoiningFitsMode() {}

  static void verify(AppointmentTerms terms) {
    if (terms.joinUrl() != null && terms.consultationMode() != ConsultationMode.VIDEO) {
      throw new Refusal(
          RefusalCode.NOT_BY_VIDEO, "Only a visit by video is joined by a link.", "joinUrl");
    }
    if (terms.callNumber() != null && terms.consultationMode() != ConsultationMode.PHONE) {
      throw new Refusal(
          RefusalCode.NOT_BY_PHONE, "Only for a visit by phone a number is called.", "callNumber");
    }
  }
}
