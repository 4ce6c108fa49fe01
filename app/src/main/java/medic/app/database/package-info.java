/** Who may do what in the database. */
@NullMarked
package medic.app.database;

import org.jspecify.annotations.NullMarked;
