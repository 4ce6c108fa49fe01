package medic.deadletters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the log's past anew with a group's handlers, beside the group itself. What cannot be
 * handled is put aside at once, with what follows it in its stream: nothing else happens meanwhile
 * that could mend it. Not to be shared by threads.
 */
public final class HistoryHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryHandler.class);

  private final EventHandlerInvoker handlers;
  private final EventDeadLetterTable table;
  private final List<TransientFault> passing;
  private final Set<String> stopped = new HashSet<>();
  private final List<Aside> aside = new ArrayList<>();
  private final Set<EventPosition> places = new HashSet<>();

  /** What the group is to find parked. */
  private record Aside(EventMessage<?> event, EventPosition place, @Nullable String reason) {}

  HistoryHandler(
      EventHandlerInvoker handlers, EventDeadLetterTable table, List<TransientFault> passing) {
    this.handlers = handlers;
    this.table = table;
    this.passing = passing;
  }

  /**
   * Handles some events that follow those of the call before.
   *
   * @param begin is given the unit of work before the first of them, again after one was put aside
   * @throws RuntimeException for what may pass by itself: then none of them is handled
   */
  public void handle(List<? extends EventMessage<?>> events, Consumer<UnitOfWork<?>> begin) {
    int before = -1;
    while (before != aside.size()) {
      before = aside.size();
      List<Aside> behind = new ArrayList<>();
      Attempt attempt = new Attempt(behind);
      Throwable fault = attempt.of(events, begin);
      if (fault == null) {
        behind.forEach(this::keep);
        return;
      }
      putAside(attempt.handling, fault);
    }
  }

  private void putAside(@Nullable EventMessage<?> culprit, Throwable fault) {
    if (culprit == null || FailureKinds.mayPass(fault, passing)) {
      throw new IllegalStateException(FailureKinds.reason(fault), fault);
    }
    EventPosition place = EventPosition.of(culprit);
    LOG.error(
        "Event {} of {} is parked",
        place.sequence(),
        place.stream(),
        FailureKinds.withoutWords(fault));
    stopped.add(place.stream());
    keep(new Aside(culprit, place, FailureKinds.reason(fault)));
  }

  private void keep(Aside one) {
    if (places.add(one.place)) {
      aside.add(one);
    }
  }

  /** How many events were put aside, with those behind them. */
  public int parked() {
    return aside.size();
  }

  /** Parks under this name what was put aside. */
  public void parkAs(String group) {
    aside.forEach(one -> table.park(group, one.event, one.place, one.reason));
  }

  /** Whether trying the same again may help. */
  public boolean mayPass(Throwable fault) {
    return FailureKinds.mayPass(fault, passing);
  }

  private final class Attempt {

    private final List<Aside> behind;
    private @Nullable EventMessage<?> handling;

    Attempt(List<Aside> behind) {
      this.behind = behind;
    }

    @Nullable Throwable of(List<? extends EventMessage<?>> events, Consumer<UnitOfWork<?>> begin) {
      DefaultUnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(events.get(0));
      begin.accept(work);
      ResultMessage<?> result =
          work.executeWithResult(
              () -> {
                for (EventMessage<?> event : events) {
                  handle(event);
                }
                return true;
              });
      return result.isExceptional() ? result.exceptionResult() : null;
    }

    private void handle(EventMessage<?> event) throws Exception {
      handling = event;
      if (!stopped.isEmpty()) {
        EventPosition place = EventPosition.of(event);
        if (stopped.contains(place.stream())) {
          behind.add(new Aside(event, place, null));
          handling = null;
          return;
        }
      }
      handlers.handle(event, Segment.ROOT_SEGMENT);
      handling = null;
    }
  }
}
