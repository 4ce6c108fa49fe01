package medic.booking.deciding;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The versions of the aggregates that a unit of work decided on. */
final class DecisionBasis {

  private static final String KEY = DecisionBasis.class.getName();

  private DecisionBasis() {}

  static void note(UnitOfWork<?> unitOfWork, String aggregate, long version) {
    of(unitOfWork).put(aggregate, version);
  }

  static Map<String, Long> of(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getOrComputeResource(KEY, key -> new HashMap<>());
  }
}
