package medic.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code nextCursor} asks for the next one and is absent on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
