/** Words about patients, opened for who may read them. */
@NullMarked
package medic.query.personal;

import org.jspecify.annotations.NullMarked;
