package medic.app.practicefile;

import java.util.UUID;
import medic.events.id.NameBasedId;

/** Ids that follow from names, so that a file loaded twice names the same things. */
final class StableIds {

  private StableIds() {}

  static UUID of(String... names) {
    return NameBasedId.of(String.join("\n", names));
  }
}
