/** What could not be processed, of whatever kind: shown, tried again, dropped. */
@NullMarked
package medic.sagas.deadletters;

import org.jspecify.annotations.NullMarked;
