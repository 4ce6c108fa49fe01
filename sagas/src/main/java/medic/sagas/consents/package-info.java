/** What patients want of each channel, and how they opt out. */
@NullMarked
package medic.sagas.consents;

import org.jspecify.annotations.NullMarked;
