package medic.trials.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import medic.trials.chaos.ChaosCall.Intent;

/** A booking that was answered before another was asked for stands before it in the log. */
final class OrderIsKept implements Check {

  @Override
  public String name() {
    return "order is kept";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    List<ChaosCall> bySending =
        evidence.calls().stream()
            .filter(call -> call.intent() == Intent.BOOK && call.succeeded())
            .filter(call -> call.position() >= 0)
            .sorted(Comparator.comparingLong(ChaosCall::sentAt))
            .toList();
    PriorityQueue<ChaosCall> answering =
        new PriorityQueue<>(Comparator.comparingLong(ChaosCall::answeredAt));
    List<String> findings = new ArrayList<>();
    long reached = -1;
    for (ChaosCall call : bySending) {
      while (!answering.isEmpty() && answering.peek().before(call)) {
        reached = Math.max(reached, answering.poll().position());
      }
      if (call.position() < reached) {
        findings.add("stands before %d, which was answered earlier: %s".formatted(reached, call));
      }
      answering.add(call);
    }
    return findings;
  }
}
