package medic.events.patient;

import medic.events.id.PatientId;

/** What happens to a patient's profile and calendar. */
public sealed interface PatientEvent
    permits EmergencyAccessTaken,
        LegalHoldLifted,
        LegalHoldPlaced,
        PatientCalendarClosed,
        PatientCalendarOpened,
        PatientContactNoted,
        PatientErased,
        PatientKeyDestroyed,
        PatientMoveReleased,
        PatientMoveReserved,
        PatientProfileRevised,
        PatientRegistered,
        PatientVisitDropped,
        PatientVisitPlanned {

  PatientId patientId();
}
