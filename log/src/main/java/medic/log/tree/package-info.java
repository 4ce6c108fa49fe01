/** The tree of RFC 6962 and its proofs, over whatever holds the hashes. */
@NullMarked
package medic.log.tree;

import org.jspecify.annotations.NullMarked;
