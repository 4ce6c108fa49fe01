/**
 * A stateful stand-in for the parts of Google that a calendar sync touches: consent and tokens, and
 * Calendar API v3 with versioned events, sync tokens and push channels. Faults are given on demand.
 */
@NullMarked
package medic.fakegoogle;

import org.jspecify.annotations.NullMarked;
