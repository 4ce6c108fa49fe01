package medic.booking.schedule;

import java.time.Instant;
import java.util.List;
import medic.events.doctor.DoctorOverbooked;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.PatientId;

/** What happens to a schedule when an agreed slot is taken. */
final class SlotEvents {

  private SlotEvents() {}

  static SlotBooked booked(
      DoctorId doctor, AppointmentId appointment, PatientId patient, AgreedSlot slot) {
    return new SlotBooked(
        doctor,
        appointment,
        patient,
        slot.typeId(),
        slot.locationId(),
        slot.roomId(),
        slot.startsAt(),
        slot.endsAt(),
        slot.occupied().startsAt(),
        slot.occupied().endsAt());
  }

  static SlotBooked booked(MoveSlotReserved kept, PatientId patient) {
    return new SlotBooked(
        kept.doctorId(),
        kept.appointmentId(),
        patient,
        kept.appointmentTypeId(),
        kept.locationId(),
        kept.roomId(),
        kept.startsAt(),
        kept.endsAt(),
        kept.occupiedFrom(),
        kept.occupiedUntil());
  }

  static DoctorOverbooked overbooked(
      DoctorId doctor,
      AppointmentId appointment,
      AgreedSlot slot,
      List<AppointmentId> beside,
      boolean isBusy) {
    return new DoctorOverbooked(
        doctor, appointment, slot.startsAt(), slot.endsAt(), beside, isBusy);
  }

  static MoveSlotReserved keptForMove(DoctorId doctor, AppointmentId appointment, AgreedSlot slot) {
    return new MoveSlotReserved(
        doctor,
        appointment,
        slot.typeId(),
        slot.locationId(),
        slot.roomId(),
        slot.startsAt(),
        slot.endsAt(),
        slot.occupied().startsAt(),
        slot.occupied().endsAt());
  }

  static SlotHeld held(
      DoctorId doctor, HoldId hold, String heldBy, AgreedSlot slot, Instant expiresAt) {
    return new SlotHeld(
        doctor,
        hold,
        slot.typeId(),
        slot.locationId(),
        slot.roomId(),
        slot.startsAt(),
        slot.endsAt(),
        slot.occupied().startsAt(),
        slot.occupied().endsAt(),
        expiresAt,
        heldBy,
        slot.terms());
  }
}
