/** What patients allow us to send them. */
@NullMarked
package medic.events.consent;

import org.jspecify.annotations.NullMarked;
