package medic.query.audit.proofs;

import java.util.List;

/**
 * That an event is part of the log.
 *
 * @param leaf what was hashed, in base64
 * @param leafHash as it was logged, in base64
 * @param hashes from the leaf's neighbour upwards, in base64
 * @param proof the same as C2SP tlog-proof, checkpoint included
 */
public record InclusionView(
    String eventId,
    long position,
    long index,
    String leaf,
    String leafHash,
    List<String> hashes,
    CheckpointView checkpoint,
    String proof) {}
