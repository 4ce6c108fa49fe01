package medic.trials.chaos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A success has the body that the contract names, a failure is a problem that can be acted on. */
final class AnswersAreWhole implements Check {

  private static final int NO_CONTENT = 204;
  private static final int UNAVAILABLE = 503;
  private static final int SERVER_ERROR = 500;

  @Override
  public String name() {
    return "answers are whole";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    List<String> findings = new ArrayList<>();
    for (ChaosCall call : evidence.calls()) {
      String fault = faultOf(call);
      if (fault != null) {
        findings.add(fault + ": " + call);
      }
    }
    return findings;
  }

  private static @Nullable String faultOf(ChaosCall call) {
    if (call.status() < 0) {
      return null;
    }
    if (call.succeeded()) {
      return call.status() != NO_CONTENT && call.body().isBlank() ? "a success without body" : null;
    }
    if (!String.valueOf(call.contentType()).startsWith("application/problem+json")) {
      return "a failure that is no problem+json";
    }
    if (call.status() >= SERVER_ERROR && call.status() != UNAVAILABLE) {
      return "a failure of the server's own";
    }
    return call.status() == UNAVAILABLE && !call.retryAfter() ? "503 without Retry-After" : null;
  }
}
