/** What patients want of each channel, and how they opt out. */
@NullMarked
package medic.sagas.messages.consents;

import org.jspecify.annotations.NullMarked;
