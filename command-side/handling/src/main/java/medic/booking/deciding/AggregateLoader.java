package medic.booking.deciding;

import medic.command.Refusal;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Loads aggregates, locked for the unit of work; one that does not exist is a refusal. */
public final class AggregateLoader {

  private AggregateLoader() {}

  /** The aggregate, or NOT_FOUND: for what a request's path names. */
  public static <T> Aggregate<T> load(Repository<T> repository, Object id, String what) {
    try {
      return repository.load(id.toString());
    } catch (AggregateNotFoundException unknown) {
      throw Refusal.unknown(what);
    }
  }

  /** The aggregate, or UNKNOWN_REFERENCE: for what a field of a body names. */
  public static <T> Aggregate<T> load(
      Repository<T> repository, Object id, String what, String field) {
    try {
      return repository.load(id.toString());
    } catch (AggregateNotFoundException unknown) {
      throw Refusal.unknownReference(what, field);
    }
  }
}
