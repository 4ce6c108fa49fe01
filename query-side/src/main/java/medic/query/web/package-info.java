/**
 * What the endpoints of all read models share: pages, ranges of time, refusals, waiting for one's
 * own writes.
 */
@NullMarked
package medic.query.web;

import org.jspecify.annotations.NullMarked;
