/** What became of people's logins, and who used them. */
@NullMarked
package medic.events.login;

import org.jspecify.annotations.NullMarked;
