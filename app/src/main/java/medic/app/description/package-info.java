/** What {@code /v3/api-docs} says: derived from the endpoints wherever it can be. */
@NullMarked
package medic.app.description;

import org.jspecify.annotations.NullMarked;
