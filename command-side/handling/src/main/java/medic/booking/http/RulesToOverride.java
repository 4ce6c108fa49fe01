package medic.booking.http;

import java.util.Set;
import medic.events.appointment.OverriddenRule;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import org.jspecify.annotations.Nullable;

/** Which rules a request names to be overridden: only the practice may, and with a reason. */
final class RulesToOverride {

  private RulesToOverride() {}

  static Set<OverriddenRule> of(
      @Nullable Set<OverriddenRule> named, @Nullable String reason, Caller caller) {
    if (named == null || named.isEmpty()) {
      return Set.of();
    }
    if (caller.role() == Role.PATIENT) {
      throw ApiException.badField("override", "PRACTICE_ONLY", "only the practice may override");
    }
    if (named.contains(OverriddenRule.CONFLICT)) {
      throw ApiException.badField(
          "override", "OVERBOOK", "a conflict is not overridden here, but by overbooking");
    }
    mustHave(reason);
    return Set.copyOf(named);
  }

  /** What overrides a rule is on record with its reason. */
  static void mustHave(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw ApiException.badField("reason", "NOT_NULL", "must be given to override a rule");
    }
  }
}
