/** Makes read models anew beside those that are read, and checks them against the log. */
@NullMarked
package medic.query.rebuild;

import org.jspecify.annotations.NullMarked;
