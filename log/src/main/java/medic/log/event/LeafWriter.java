package medic.log.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a leaf: the format's name, then fields; big-endian, and -1 as the length of none. */
final class LeafWriter {

  static final byte[] FORMAT = "medic/event/1\n".getBytes(StandardCharsets.US_ASCII);
  static final int NONE = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  LeafWriter() {
    out.writeBytes(FORMAT);
  }

  LeafWriter number(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  LeafWriter text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  LeafWriter bytes(byte @Nullable [] value) {
    int length = value == null ? NONE : value.length;
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    if (value != null) {
      out.writeBytes(value);
    }
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
