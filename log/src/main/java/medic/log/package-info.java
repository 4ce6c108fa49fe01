/** The provable log: a Merkle tree (RFC 6962) over the stored events, and what is signed of it. */
@NullMarked
package medic.log;

import org.jspecify.annotations.NullMarked;
