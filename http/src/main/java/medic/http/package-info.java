/** What all endpoints share: strict JSON, problems, callers, access and its record. */
@NullMarked
package medic.http;

import org.jspecify.annotations.NullMarked;
