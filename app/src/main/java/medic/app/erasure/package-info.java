/** What the application itself keeps of patients, and forgets. */
@NullMarked
package medic.app.erasure;

import org.jspecify.annotations.NullMarked;
