/** What all commands share: who sends them, with which metadata, and how they are refused. */
@NullMarked
package medic.command;

import org.jspecify.annotations.NullMarked;
