package medic.query.agenda;

import org.jspecify.annotations.Nullable;

/**
 * A page of time off over all doctors. Answered with {@link TimeOffsView}.
 *
 * @param status where it stands: requested, approved, rejected or cancelled
 */
public record FindTimeOff(String status, int limit, @Nullable String cursor) {}
