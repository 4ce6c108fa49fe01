/** How people are reached, and what they can read: the rules of single values, below everything. */
@NullMarked
package medic.contact;

import org.jspecify.annotations.NullMarked;
