package medic.query.processing;

import medic.query.rows.Rebuildable;
import medic.query.rows.WriteBehind;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Turns events into rows. What it has no handler for it passes over, but as something seen: the
 * position it stores is that of the last event there is, and a reader who waits for a position need
 * not know which events concern this read model.
 */
public abstract class Projection implements Rebuildable {

  protected final WriteBehind tables;

  protected Projection(WriteBehind tables) {
    this.tables = tables;
  }

  @EventHandler
  protected void passOver(EventMessage<?> other) {
    tables.pass();
  }
}
