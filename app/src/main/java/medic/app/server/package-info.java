/** How Tomcat is set up: whom it answers on which port, and what it refuses by itself. */
@NullMarked
package medic.app.server;

import org.jspecify.annotations.NullMarked;
