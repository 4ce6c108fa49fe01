package medic.events.patient;

import medic.events.id.PatientId;

/** What happens to a patient's profile and calendar. */
public sealed interface PatientEvent
    permits PatientCalendarOpened,
        PatientContactNoted,
        PatientProfileRevised,
        PatientRegistered,
        PatientVisitDropped,
        PatientVisitPlanned {

  PatientId patientId();
}
