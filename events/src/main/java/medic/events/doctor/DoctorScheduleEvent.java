package medic.events.doctor;

import medic.events.id.DoctorId;

/** What happens in a doctor's schedule. */
public sealed interface DoctorScheduleEvent
    permits AppointmentTypeDefined,
        AppointmentTypeWithdrawn,
        AvailabilityExceptionAdded,
        AvailabilityExceptionRemoved,
        BookedSlotFreed,
        DoctorOverbooked,
        DoctorRegistered,
        ExternalBusyTimesSeen,
        HeldSlotReleased,
        HitVisitKept,
        LocationAdded,
        MoveSlotReleased,
        MoveSlotReserved,
        RemindersPlanned,
        RoomAdded,
        RoomShared,
        ScheduleTemplateDefined,
        ScheduleTemplateRemoved,
        SharedRoomGranted,
        SlotBooked,
        SlotHeld,
        TimeOffApproved,
        TimeOffCancelled,
        TimeOffRejected,
        TimeOffRequested,
        VisitsHit,
        VisitsRelieved {

  DoctorId doctorId();
}
