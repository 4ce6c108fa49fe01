package medic.deadletters;

/** Tells what else may pass by itself, beside a database that is away: no event is to blame. */
@FunctionalInterface
public interface TransientFault {

  boolean passes(Throwable cause);
}
