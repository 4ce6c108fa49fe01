package medic.events.doctor;

import medic.events.id.DoctorId;

/** What happens in a doctor's schedule. */
public sealed interface DoctorScheduleEvent
    permits AppointmentTypeDefined,
        AppointmentTypeWithdrawn,
        AvailabilityExceptionAdded,
        AvailabilityExceptionRemoved,
        AvailabilityExceptionRevised,
        BookedSlotFreed,
        DoctorLeft,
        DoctorOverbooked,
        DoctorProfileRevised,
        DoctorRegistered,
        DoctorReturned,
        ExternalBusyTimesSeen,
        HeldSlotReleased,
        HitVisitKept,
        LocationAdded,
        LocationClosed,
        LocationReopened,
        LocationRevised,
        MoveSlotReleased,
        MoveSlotReserved,
        PrimaryLocationChosen,
        RemindersPlanned,
        RoomAdded,
        RoomClosed,
        RoomReopened,
        RoomRevised,
        RoomShared,
        RoomUnshared,
        ScheduleTemplateDefined,
        ScheduleTemplateRemoved,
        SharedRoomGranted,
        SharedRoomWithdrawn,
        SlotBooked,
        SlotHeld,
        TimeOffApproved,
        TimeOffCancelled,
        TimeOffRejected,
        TimeOffRequested,
        TimeOffRevised,
        VisitsHit,
        VisitsRelieved,
        WeeklyHoursSet {

  DoctorId doctorId();
}
