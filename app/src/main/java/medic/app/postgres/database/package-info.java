/** Who may do what in the database. */
@NullMarked
package medic.app.postgres.database;

import org.jspecify.annotations.NullMarked;
