/** The PostgreSQL that comes with the application, shared by all its processes on a machine. */
@NullMarked
package medic.app.postgres.embedded;

import org.jspecify.annotations.NullMarked;
