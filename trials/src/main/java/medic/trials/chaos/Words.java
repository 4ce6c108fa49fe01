package medic.trials.chaos;

import java.util.Locale;

/** Names of kinds as words. */
final class Words {

  private Words() {}

  static String of(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
