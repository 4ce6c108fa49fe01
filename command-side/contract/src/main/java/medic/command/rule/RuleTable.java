package medic.command.rule;

import java.util.Arrays;
import java.util.stream.Collectors;
import medic.events.ActorType;
import medic.events.appointment.OverriddenRule;

/** {@link Rule} for readers. */
public final class RuleTable {

  private RuleTable() {}

  /** A table in Markdown: rules by their refusals' codes, and how each is overridden by whom. */
  public static String markdown() {
    return Arrays.stream(Rule.values())
        .map(RuleTable::row)
        .collect(
            Collectors.joining(
                "",
                """
                | Rule | Refused with | `override` | Patient | Doctor, for themselves | Admin |
                |---|---|---|---|---|---|
                """,
                ""));
  }

  private static String row(Rule rule) {
    return "| %s | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            rule.words(),
            rule.code(),
            rule.onRecord().map(RuleTable::wire).orElse(""),
            rule.by(ActorType.PATIENT).words(),
            rule.by(ActorType.DOCTOR).words(),
            rule.by(ActorType.ADMIN).words());
  }

  private static String wire(OverriddenRule rule) {
    return "`" + rule.name().toLowerCase(java.util.Locale.ROOT) + "`";
  }
}
