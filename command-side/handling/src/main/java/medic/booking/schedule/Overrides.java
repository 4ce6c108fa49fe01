package medic.booking.schedule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalDetails;
import medic.command.rule.Overridable;
import medic.command.rule.Rule;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** What the sender of a command may set aside, as {@link Rule} says, and what they had to. */
public final class Overrides {

  private final Actor sender;
  private final boolean hasReason;
  private final Set<OverriddenRule> named;
  private final Set<OverriddenRule> used = EnumSet.noneOf(OverriddenRule.class);

  /**
   * @param named the rules that are overridden by name; {@link OverriddenRule#CONFLICT} by a
   *     command that is for it
   */
  public Overrides(Actor sender, @Nullable String reason, Set<OverriddenRule> named) {
    this.sender = sender;
    this.hasReason = reason != null && !reason.isBlank();
    this.named = named;
  }

  /** For those who keep all rules. */
  public static Overrides none(Actor sender) {
    return new Overrides(sender, null, Set.of());
  }

  /** The rules that are named where a doctor is to be overbooked. */
  public static Set<OverriddenRule> overbooking(Set<OverriddenRule> named) {
    Set<OverriddenRule> rules = EnumSet.of(OverriddenRule.CONFLICT);
    rules.addAll(named);
    return rules;
  }

  /** Asks a schedule, again without each rule that is overridden, and no more than those. */
  public AgreedSlot agree(SlotRequest request, Function<SlotRequest, AgreedSlot> schedule) {
    SlotRequest asked = request;
    while (true) {
      try {
        return schedule.apply(asked);
      } catch (Refusal refusal) {
        OverriddenRule rule = override(refusal);
        if (asked.overridden().contains(rule)) {
          throw refusal;
        }
        asked = asked.without(rule);
      }
    }
  }

  /** The rule behind a refusal, put on record as overridden; else the refusal itself. */
  public OverriddenRule override(Refusal refusal) {
    Rule rule = Rule.of(refusal.code()).orElseThrow(() -> refusal);
    Overridable how = rule.by(sender.type());
    OverriddenRule onRecord = rule.onRecord().orElseThrow(() -> refusal);
    if (!allows(how, onRecord)) {
      throw hinting(refusal, how.hint(onRecord));
    }
    used.add(onRecord);
    return onRecord;
  }

  private boolean allows(Overridable how, OverriddenRule rule) {
    return switch (how) {
      case WITH_REASON -> hasReason;
      case BY_NAME, BY_COMMAND -> hasReason && named.contains(rule);
      case NOT_BOUND, NEVER -> false;
    };
  }

  /** The rules that had to be set aside; null when there was none. */
  public @Nullable List<OverriddenRule> onRecord() {
    return used.isEmpty() ? null : List.copyOf(used);
  }

  /** Takes the slot that was agreed to, in the doctor's schedule. */
  public void take(
      Aggregate<DoctorSchedule> schedule,
      AppointmentId appointment,
      PatientId patient,
      AgreedSlot slot,
      Instant now,
      Set<String> ignored) {
    if (used.contains(OverriddenRule.CONFLICT)) {
      schedule.execute(s -> s.overbook(appointment, patient, slot, now, ignored));
    } else {
      schedule.execute(s -> s.take(appointment, patient, slot));
    }
  }

  private static Refusal hinting(Refusal refusal, String hint) {
    RefusalDetails details = refusal.details();
    return new Refusal(
        new RefusalDetails(details.code(), details.detail() + hint, details.field()));
  }
}
