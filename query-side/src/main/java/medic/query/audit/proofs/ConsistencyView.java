package medic.query.audit.proofs;

import java.util.List;

/**
 * That the log of {@code to} leaves began as the log of {@code from}: RFC 6962 section 2.1.2.
 *
 * @param fromRoot in base64, like all hashes
 */
public record ConsistencyView(
    long from, String fromRoot, long to, String toRoot, List<String> hashes) {}
