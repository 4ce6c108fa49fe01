package medic.query.directory;

import org.jspecify.annotations.Nullable;

/**
 * A page of doctors by name: of a specialty, with a location in a city, with a text in their name
 * or specialty. Answered with {@link DirectoryView}.
 */
public record FindDoctors(
    @Nullable String specialty,
    @Nullable String city,
    @Nullable String text,
    int limit,
    @Nullable String cursor) {}
