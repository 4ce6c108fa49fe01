package medic.app.axon;

import java.util.Arrays;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Nothing is stored that cannot be read: what is about to be is read once, and written again to the
 * same bytes. What is sealed stays sealed meanwhile.
 */
final class ReadBack {

  private ReadBack() {}

  /**
   * @throws EventStoreException when it would read differently, or not at all
   */
  static void prove(SerializedObject<byte[]> written, Serializer serializer) {
    String type = written.getType().getName();
    byte[] again;
    try {
      Object read = serializer.deserialize(written);
      again = serializer.serialize(read, byte[].class).getData();
    } catch (SerializationException unreadable) {
      throw new EventStoreException(type + " could not be read back", unreadable);
    }
    if (!Arrays.equals(again, written.getData())) {
      throw new EventStoreException(type + " would read differently from what was written");
    }
  }
}
