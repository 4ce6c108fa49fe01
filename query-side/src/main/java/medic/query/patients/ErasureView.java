package medic.query.patients;

import java.time.Instant;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import org.jspecify.annotations.Nullable;

/**
 * Whether a patient is kept or forgotten.
 *
 * @param legalHold whether a hold forbids erasure
 * @param erasedAt when it was decided
 * @param keyDestroyedAt when what is stored became unreadable, soon after
 * @param receipt a signed note (C2SP) that says so, by the key that signs the log
 */
public record ErasureView(
    PatientId patientId,
    boolean legalHold,
    @Nullable Instant erasedAt,
    @Nullable ErasureGround ground,
    @Nullable Instant keyDestroyedAt,
    @Nullable String receipt) {}
