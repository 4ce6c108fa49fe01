package medic.command.rule;

import java.util.Locale;
import medic.events.appointment.OverriddenRule;

/** How somebody may set a rule aside, if they may. */
public enum Overridable {
  /** The rule does not bind them. */
  NOT_BOUND("does not bind", ""),
  /** By giving a reason. */
  WITH_REASON("with a reason", " The practice may do it all the same: give a reason."),
  /** By naming the rule in {@code override}, and giving a reason. */
  BY_NAME(
      "by name, with a reason",
      " The practice may do it all the same: name %s in override, and give a reason."),
  /** By the command that is for it alone, and giving a reason. */
  BY_COMMAND(
      "by overbooking, with a reason",
      " The practice may overbook a doctor, and nobody else, all the same."),
  /** Not at all. */
  NEVER("never", "");

  private final String words;
  private final String hint;

  Overridable(String words, String hint) {
    this.words = words;
    this.hint = hint;
  }

  /** As the table for readers says it. */
  public String words() {
    return words;
  }

  /** What a refusal adds for somebody who could have overridden it; empty where nobody could. */
  public String hint(OverriddenRule rule) {
    return hint.formatted(rule.name().toLowerCase(Locale.ROOT));
  }
}
