package medic.trials.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import medic.trials.chaos.ChaosCall.Intent;

/** What was answered as booked or cancelled is stored, once; what was refused is not. */
final class StoredOnce implements Check {

  @Override
  public String name() {
    return "answered means stored once";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    Map<String, Long> booked = byAppointment(evidence, "AppointmentBooked");
    Map<String, Long> cancelled = byAppointment(evidence, "AppointmentCancelled");
    List<String> findings = new ArrayList<>();
    for (ChaosCall call : evidence.calls()) {
      if (call.intent() == Intent.BOOK) {
        judge(call, booked.getOrDefault(call.subject(), 0L), findings);
      }
      if (call.intent() == Intent.CANCEL
          && call.succeeded()
          && cancelled.getOrDefault(call.subject(), 0L) != 1) {
        findings.add("cancelled, and not stored once: " + call);
      }
    }
    return findings;
  }

  private static void judge(ChaosCall call, long times, List<String> findings) {
    if (times > 1) {
      findings.add("stored " + times + " times: " + call);
    }
    if (call.succeeded() && times == 0) {
      findings.add("answered as booked, and not stored: " + call);
    }
    if (call.wasRefused() && times > 0) {
      findings.add("refused, and stored: " + call);
    }
  }

  private static Map<String, Long> byAppointment(ChaosEvidence evidence, String type) {
    return evidence.events().stream()
        .filter(event -> event.type().equals(type))
        .collect(
            Collectors.groupingBy(event -> event.text("appointmentId"), Collectors.counting()));
  }
}
