package medic.sagas.requests;

/** What a deadline carries: the number of the visit's event that asked for what it is about. */
public record UnansweredDue(long asked) {}
