package medic.availability;

import java.util.List;
import java.util.Set;
import medic.availability.Shape.Asked;
import medic.availability.Shape.Hours;
import medic.availability.Shape.Offer;
import medic.availability.Shape.Placed;
import medic.availability.Shape.Room;
import medic.availability.Shape.Span;
import medic.availability.Shape.Visit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Makes {@link Shape}s: a day and a half either side of the change, crowded rather than sparse. */
public final class Shapes implements ArbitraryProvider {

  private static final int DAY = 24 * 60;

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    return targetType.isOfType(Shape.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypes) {
    return Set.of(shapes());
  }

  private static Arbitrary<Shape> shapes() {
    return Combinators.combine(
            hours().list().ofMinSize(1).ofMaxSize(6),
            placed(0, 1, 20, 600).list().ofMaxSize(2),
            placed(-1, 1, 1, 600).list().ofMaxSize(2),
            spans(1, 120).list().ofMinSize(2).ofMaxSize(12),
            spans(1, 90).list().ofMaxSize(4),
            rooms().list().ofSize(2),
            visits(),
            asked())
        .as(Shape::new);
  }

  private static Arbitrary<Hours> hours() {
    return Combinators.combine(
            between(0, 1),
            between(-1, 1),
            between(-1, 1),
            Arbitraries.oneOf(between(-240, 120), between(0, DAY - 1)),
            Arbitraries.oneOf(between(30, 600), between(30, DAY - 1)),
            span(between(-60, 400), between(1, 120)).list().ofMaxSize(2),
            offers())
        .as(Hours::new);
  }

  private static Arbitrary<Offer> offers() {
    Arbitrary<Boolean> follows = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of(5, 7, 10, 15, 20, 30, 60),
            buffers(),
            between(1, 3),
            between(0, 2),
            follows)
        .as(Offer::new);
  }

  private static Arbitrary<Buffers> buffers() {
    Arbitrary<Integer> minutes = Arbitraries.of(0, 0, 5, 10, 25);
    return Combinators.combine(minutes, minutes).as(Buffers::new);
  }

  private static Arbitrary<Placed> placed(int from, int to, int shortest, int longest) {
    return Combinators.combine(between(from, to), spans(shortest, longest)).as(Placed::new);
  }

  private static Arbitrary<Room> rooms() {
    return Combinators.combine(between(1, 2), spans(30, 240).list().ofMinSize(6).ofMaxSize(12))
        .as(Room::new);
  }

  private static Arbitrary<Visit> visits() {
    Arbitrary<Set<Integer>> unsuitable =
        Arbitraries.of(List.of(Set.of(), Set.of(), Set.of(0), Set.of(1)));
    return Combinators.combine(
            Arbitraries.of(5, 10, 15, 20, 30, 45, 60, 90),
            buffers(),
            between(-1, 1),
            between(-1, 1),
            unsuitable)
        .as(Visit::new);
  }

  private static Arbitrary<Asked> asked() {
    Arbitrary<Integer> now = Arbitraries.of(-10 * DAY, -10 * DAY, -2 * DAY, -DAY, -240, 60);
    Arbitrary<Set<Integer>> places =
        Arbitraries.of(List.of(Set.of(), Set.of(), Set.of(0), Set.of(1, 2)));
    Arbitrary<Span> windows = span(between(-DAY, 0), between(1, 2 * DAY));
    return Combinators.combine(
            windows, now, between(0, 600), between(0, 12).injectNull(0.5), places)
        .as(Asked::new);
  }

  private static Arbitrary<Span> spans(int shortest, int longest) {
    Arbitrary<Integer> starts = Arbitraries.oneOf(between(-300, 300), between(-DAY, DAY));
    return span(starts, between(shortest, longest));
  }

  private static Arbitrary<Span> span(Arbitrary<Integer> from, Arbitrary<Integer> length) {
    return Combinators.combine(from, length).as(Span::new);
  }

  private static Arbitrary<Integer> between(int from, int to) {
    return Arbitraries.integers().between(from, to).withDistribution(RandomDistribution.uniform());
  }
}
