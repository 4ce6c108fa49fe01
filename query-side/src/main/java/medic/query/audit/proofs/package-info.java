/** The log's head, its proofs, and whether it is as it was signed. */
@NullMarked
package medic.query.audit.proofs;

import org.jspecify.annotations.NullMarked;
