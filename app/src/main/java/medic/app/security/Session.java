package medic.app.security;

import java.time.Instant;
import java.util.UUID;

/** The token a request came with, where it is one of ours. */
record Session(UUID loginId, int generation, UUID tokenId, Instant expiresAt) {}
