package medic.log.event;

import medic.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event store, byte for byte: no upcaster and no serializer has touched it.
 *
 * @param position its global index
 * @param time as stored
 * @param metaData as stored: JSON in UTF-8
 * @param payload as stored: JSON in UTF-8, personal data sealed
 */
public record StoredEvent(
    long position,
    String eventId,
    String stream,
    long sequence,
    @Nullable String type,
    String time,
    String payloadType,
    @Nullable String revision,
    byte[] payload,
    byte @Nullable [] metaData) {

  /**
   * Reads what {@link #leaf} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  public static StoredEvent ofLeaf(byte[] leaf) {
    LeafReader fields = new LeafReader(leaf);
    StoredEvent event =
        new StoredEvent(
            fields.number(),
            fields.text(),
            fields.text(),
            fields.number(),
            fields.textOrNull(),
            fields.text(),
            fields.text(),
            fields.textOrNull(),
            fields.bytes(),
            fields.bytesOrNull());
    fields.end();
    return event;
  }

  /** What is hashed: every field with its length before it, so that none can flow into the next. */
  public byte[] leaf() {
    return new LeafWriter()
        .number(position)
        .text(eventId)
        .text(stream)
        .number(sequence)
        .text(type)
        .text(time)
        .text(payloadType)
        .text(revision)
        .bytes(payload)
        .bytes(metaData)
        .toBytes();
  }

  public Hash hash() {
    return Hash.ofLeaf(leaf());
  }

  /** The same event, were it stored at another place. */
  public StoredEvent at(long otherPosition) {
    return new StoredEvent(
        otherPosition,
        eventId,
        stream,
        sequence,
        type,
        time,
        payloadType,
        revision,
        payload,
        metaData);
  }

  @Override
  public String toString() {
    return "event " + eventId + " at position " + position;
  }
}
