package medic.app.cli;

import java.util.List;
import medic.app.StartRefused;

/** Which read models an operator means. */
final class ReadModelNames {

  private static final String ALL = "all";

  private ReadModelNames() {}

  /**
   * @throws StartRefused for a name that is none
   */
  static List<String> of(String name, List<String> all) {
    if (name.equals(ALL)) {
      return all;
    }
    if (!all.contains(name)) {
      throw new StartRefused(
          "there is no read model "
              + Printable.of(name)
              + ": name one of "
              + String.join(", ", all)
              + ", or all.");
    }
    return List.of(name);
  }
}
