package medic.events.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that follow from a name: whoever has the name finds the same id. Version 3 of RFC 9562
 * without a namespace, as {@link UUID#nameUUIDFromBytes}; names begin with what they are for.
 */
public final class NameBasedId {

  private NameBasedId() {}

  /** The id of a name, in UTF-8. */
  public static UUID of(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
