package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;

/**
 * A command that gives an id, which its client may choose, to a new thing of a doctor: the id is
 * claimed for that thing, for good.
 */
public sealed interface ClaimsId
    permits RegisterDoctor,
        AddLocation,
        AddRoom,
        AddAppointmentType,
        AddAvailabilityException,
        RequestTimeOff {

  ClaimedId claimedId();

  /** What the id stands for from then on. */
  ClaimedFor claimedFor();

  DoctorId doctorId();
}
