package medic.http;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies behind a failure. */
final class Causes {

  private static final int MAX_DEPTH = 200;

  private Causes() {}

  static <X extends Throwable> @Nullable X first(Throwable failure, Class<X> type) {
    return all(failure).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /**
   * The failure, its causes, what failed beside them and what a batch has to say: the nearest
   * first.
   */
  static Stream<Throwable> all(Throwable failure) {
    Set<Throwable> found = new LinkedHashSet<>();
    Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
    while (!next.isEmpty() && found.size() < MAX_DEPTH) {
      Throwable one = next.removeFirst();
      if (found.add(one)) {
        addBehind(one, next);
      }
    }
    return found.stream();
  }

  private static void addBehind(Throwable one, Deque<Throwable> next) {
    if (one.getCause() != null) {
      next.addLast(one.getCause());
    }
    if (one instanceof SQLException sql && sql.getNextException() != null) {
      next.addLast(sql.getNextException());
    }
    next.addAll(List.of(one.getSuppressed()));
  }
}
