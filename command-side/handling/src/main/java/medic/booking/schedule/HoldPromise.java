package medic.booking.schedule;

import java.util.Optional;
import medic.availability.Interval;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.SlotHeld;

/** What a hold keeps for its holder, of a schedule as it is now. */
record HoldPromise(
    Standing standing,
    Premises premises,
    AppointmentTypes types,
    AvailabilityExceptions exceptions,
    TimeOffs timeOffs,
    ExternalCalendars external) {

  /** The slot, under the terms that it was given under; none where the doctor is away by now. */
  Optional<AgreedSlot> slotOf(SlotHeld held) {
    AppointmentTerms terms =
        held.terms() == null ? types.termsOrNull(held.appointmentTypeId()) : held.terms();
    Interval occupied = Interval.of(held.occupiedFrom(), held.occupiedUntil());
    if (terms == null || standing.hasLeft() || !premises.isOpen(held.locationId(), held.roomId())) {
      return Optional.empty();
    }
    if (external.blocking(occupied).findAny().isPresent()) {
      return Optional.empty();
    }
    OfferedHours offered = new OfferedHours(premises, held.appointmentTypeId(), terms);
    return offered.isClosed(held.locationId(), occupied, exceptions, timeOffs)
        ? Optional.empty()
        : Optional.of(slot(held, terms, occupied));
  }

  private AgreedSlot slot(SlotHeld held, AppointmentTerms terms, Interval occupied) {
    return new AgreedSlot(
        held.appointmentTypeId(),
        terms,
        held.locationId(),
        held.roomId(),
        premises.zoneOf(held.locationId()),
        Interval.of(held.startsAt(), held.endsAt()),
        occupied);
  }
}
