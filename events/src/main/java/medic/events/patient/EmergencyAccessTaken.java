package medic.events.patient;

import java.time.Instant;
import medic.events.Remark;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;

/**
 * A doctor who does not treat the patient broke the glass: they may read the profile until then.
 */
@Revision("1")
public record EmergencyAccessTaken(
    PatientId patientId, DoctorId doctorId, Personal<Remark> reason, Instant until)
    implements PatientEvent {}
