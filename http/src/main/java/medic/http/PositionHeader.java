package medic.http;

/**
 * The header in which a write tells the global position of its last event, and in which a query
 * asks for a read model that has seen it.
 */
public final class PositionHeader {

  public static final String NAME = "Medic-Position";

  private PositionHeader() {}
}
