package medic.command.patient;

import java.time.Instant;
import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts on record that a patient's key was destroyed, with the signed receipt. */
public record RecordKeyDestroyed(
    @TargetAggregateIdentifier PatientId patientId, Instant destroyedAt, String receipt) {}
