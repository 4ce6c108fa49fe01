/** How people can be reached: addresses, numbers, languages, quiet hours. */
@NullMarked
package medic.sagas.messages.contacts;

import org.jspecify.annotations.NullMarked;
