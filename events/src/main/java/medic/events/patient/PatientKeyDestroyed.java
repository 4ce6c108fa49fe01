package medic.events.patient;

import java.time.Instant;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/**
 * What is stored of a patient can no longer be read by anybody.
 *
 * @param destroyedAt when the key was destroyed
 * @param receipt a signed note (C2SP) that says so; empty where the server has no signing key
 */
@Revision("1")
public record PatientKeyDestroyed(PatientId patientId, Instant destroyedAt, String receipt)
    implements PatientEvent {}
