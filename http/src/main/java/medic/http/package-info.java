@NullMarked
package medic.http;

import org.jspecify.annotations.NullMarked;
