package medic.app.practicefile;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from names, so that a file loaded twice names the same things. */
final class StableIds {

  private StableIds() {}

  static UUID of(String... names) {
    return UUID.nameUUIDFromBytes(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
  }
}
