package medic.query.availability;

import medic.query.TimeBound;
import org.jspecify.annotations.Nullable;

/**
 * The earliest open slots, of any kind of visit, over all doctors of a specialty who work in a
 * city, by default from now on. Answered with {@link NextOpenSlotsView}.
 */
public record FindNextOpenSlots(
    @Nullable String specialty, @Nullable String city, @Nullable TimeBound from, int limit) {}
