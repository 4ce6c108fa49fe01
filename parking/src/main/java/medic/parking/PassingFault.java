package medic.parking;

/** Tells what else may pass by itself, beside a database that is away: no event is to blame. */
@FunctionalInterface
public interface PassingFault {

  boolean passes(Throwable cause);
}
