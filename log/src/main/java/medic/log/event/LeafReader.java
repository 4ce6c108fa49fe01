package medic.log.event;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a leaf's fields in their order. */
final class LeafReader {

  private final ByteBuffer in;

  LeafReader(byte[] leaf) {
    in = ByteBuffer.wrap(leaf);
    if (!Arrays.equals(LeafWriter.FORMAT, take(LeafWriter.FORMAT.length))) {
      throw new IllegalArgumentException("not a leaf of this log");
    }
  }

  long number() {
    try {
      return in.getLong();
    } catch (BufferUnderflowException tooShort) {
      throw new IllegalArgumentException("the leaf ends too early");
    }
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  @Nullable String textOrNull() {
    byte[] bytes = bytesOrNull();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    byte[] bytes = bytesOrNull();
    if (bytes == null) {
      throw new IllegalArgumentException("the leaf lacks a field");
    }
    return bytes;
  }

  byte @Nullable [] bytesOrNull() {
    int length = in.remaining() < Integer.BYTES ? Integer.MAX_VALUE : in.getInt();
    return length == LeafWriter.NONE ? null : take(length);
  }

  void end() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("the leaf does not end where it should");
    }
  }

  private byte[] take(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("the leaf ends too early");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
