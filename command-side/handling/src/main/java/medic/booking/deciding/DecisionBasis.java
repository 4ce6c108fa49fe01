package medic.booking.deciding;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The aggregates that a unit of work decided on, and the versions that it found them at. */
final class DecisionBasis {

  private static final String KEY = DecisionBasis.class.getName();

  private DecisionBasis() {}

  static void note(UnitOfWork<?> unitOfWork, EventSourcedAggregate<?> aggregate) {
    loadedIn(unitOfWork)
        .put(aggregate.identifierAsString(), new Loaded(aggregate, aggregate.version()));
  }

  /** By aggregate, the version that was loaded. */
  static Map<String, Long> of(UnitOfWork<?> unitOfWork) {
    return versions(unitOfWork, loaded -> true);
  }

  /** Those of them that stayed as they were: no append will tell that they are outdated. */
  static Map<String, Long> unchanged(UnitOfWork<?> unitOfWork) {
    return versions(unitOfWork, loaded -> loaded.aggregate.version() == loaded.version);
  }

  private static Map<String, Long> versions(UnitOfWork<?> unitOfWork, Predicate<Loaded> which) {
    return loadedIn(unitOfWork).entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().version));
  }

  private static Map<String, Loaded> loadedIn(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getOrComputeResource(KEY, key -> new HashMap<>());
  }

  private record Loaded(EventSourcedAggregate<?> aggregate, long version) {}
}
