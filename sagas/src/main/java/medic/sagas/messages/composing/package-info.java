/** What a message says: facts, templates, calendar parts. */
@NullMarked
package medic.sagas.messages.composing;

import org.jspecify.annotations.NullMarked;
