/**
 * Writes appointments into doctors' other calendars, and takes what is changed there as a proposal.
 */
@NullMarked
package medic.sagas.calendars.copies;

import org.jspecify.annotations.NullMarked;
