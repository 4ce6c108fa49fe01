package medic.query.availability;

import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;

/**
 * The earliest open slots, of any kind of visit, over all doctors of a specialty who work in a
 * city. Answered with {@link NextOpenSlotsView}.
 *
 * @param from null or what is past for now; a civil date begins where the slot lies, in the zone of
 *     its location
 */
public record FindNextOpenSlots(
    @Nullable String specialty, @Nullable String city, @Nullable TimeBound from, int limit) {}
