package medic.query.deeds;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the log calls it, whom it concerns and what it changed. Events that only
 * carry a deed into another calendar (a slot booked, a room reserved, a visit planned) are no deeds
 * of their own.
 */
public record Deed(DeedKind kind, Concerned concerned, @Nullable String changed) {

  public static boolean isOne(Class<?> eventType) {
    return DeedKind.of(eventType).isPresent();
  }

  public static Deed of(Object event) {
    DeedKind kind =
        DeedKind.of(event.getClass())
            .orElseThrow(
                () -> new IllegalArgumentException("no deed: " + event.getClass().getName()));
    return new Deed(kind, Concerned.by(event), Changed.by(event));
  }
}
