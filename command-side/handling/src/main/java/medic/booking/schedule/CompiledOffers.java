package medic.booking.schedule;

import java.util.HashMap;
import java.util.Map;
import medic.availability.OpeningHours;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.MoveSlotReleased;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.id.AppointmentTypeId;

/** The hours of each kind of visit, compiled when they are first asked for, until they change. */
final class CompiledOffers {

  private final Map<AppointmentTypeId, OpeningHours> compiled = new HashMap<>();

  /**
   * Decides about slots of a kind of visit under these terms, by a schedule's parts as they are.
   */
  SlotAgreement of(TimeClaims parts, AppointmentTypeId type, AppointmentTerms terms) {
    OfferedHours offered = new OfferedHours(parts.premises(), type, terms);
    OpeningHours hours =
        compiled.computeIfAbsent(
            type, id -> offered.compile(parts.templates(), parts.exceptions(), parts.timeOffs()));
    return new SlotAgreement(offered, hours, terms, parts.premises());
  }

  void evolve(DoctorScheduleEvent event) {
    if (!takesOrFreesTime(event)) {
      forget();
    }
  }

  void forget() {
    compiled.clear();
  }

  private static boolean takesOrFreesTime(DoctorScheduleEvent event) {
    return event instanceof SlotBooked
        || event instanceof BookedSlotFreed
        || event instanceof SlotHeld
        || event instanceof HeldSlotReleased
        || event instanceof MoveSlotReserved
        || event instanceof MoveSlotReleased
        || event instanceof ExternalBusyTimesSeen
        || event instanceof VisitsHit
        || event instanceof VisitsRelieved
        || event instanceof HitVisitKept;
  }
}
