package medic.query.availability;

/**
 * The holds of one holder that are live. Answered with {@link HoldsView}.
 *
 * @param holder as events name whose hold it is
 */
public record FindHolds(String holder) {}
