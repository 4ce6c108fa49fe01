package medic.query.bookings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of bookings; {@code nextCursor} asks for the next one and is absent on the last. */
public record BookingsView(List<BookingView> items, @Nullable String nextCursor) {}
