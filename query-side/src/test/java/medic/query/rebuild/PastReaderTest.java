package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import medic.events.EventMetaData;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** A read model is compared as of what it has seen, gaps and late events included. */
class PastReaderTest {

  private final Deque<TrackedEventMessage<?>> log = new ArrayDeque<>();
  private final PastReader reader = new PastReader(new Events());

  @Test
  void aTokenCoversWhatWasTakenWhateverGapsItKnows() {
    log.add(event(1, Set.of()));
    log.add(event(2, Set.of()));
    log.add(event(4, Set.of())); // long ago, so that the gap at 3 is nobody's
    reader.next(4);

    assertThat(reader.isCoveredBy(token(4, Set.of(3L)))).isTrue();
    assertThat(reader.isCoveredBy(token(9, Set.of(3L, 7L)))).isTrue();
    assertThat(reader.isCoveredBy(token(9, Set.of(2L)))).isFalse();
    assertThat(reader.isCoveredBy(token(3, Set.of()))).isFalse();
    assertThat(reader.isCoveredBy(null)).isFalse();
  }

  @Test
  void goesToWhereATokenIsAndPassesOverWhatThatHasNotSeen() {
    log.add(event(1, Set.of()));
    reader.next(1);
    log.add(event(2, Set.of()));
    log.add(event(4, Set.of(3L)));
    log.add(late(3, 5, Set.of()));
    log.add(event(6, Set.of()));

    List<Long> taken =
        reader.upTo(token(5, Set.of(3L))).stream().map(EventPlaces::position).toList();

    assertThat(taken).containsExactly(2L, 4L);
  }

  @Test
  void takesALateEventThatATokenHasSeen() {
    log.add(event(2, Set.of(1L)));
    reader.next(2);
    log.add(late(1, 2, Set.of()));

    assertThat(reader.upTo(token(2, Set.of())).stream().map(EventPlaces::position))
        .containsExactly(1L);
  }

  private static GapAwareTrackingToken token(long index, Set<Long> gaps) {
    return GapAwareTrackingToken.newInstance(index, gaps);
  }

  private static TrackedEventMessage<?> event(long position, Set<Long> gaps) {
    return new GenericTrackedEventMessage<>(
        token(position, gaps), GenericEventMessage.asEventMessage("at " + position));
  }

  private static TrackedEventMessage<?> late(long position, long reached, Set<Long> gaps) {
    return new GenericTrackedEventMessage<>(
        token(reached, gaps),
        new GenericEventMessage<>(
            "late " + position,
            MetaData.from(Map.of(EventMetaData.LATE_POSITION, Long.toString(position)))));
  }

  private final class Events implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.ofNullable(log.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return !log.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return log.remove();
    }

    @Override
    public void close() {}
  }
}
