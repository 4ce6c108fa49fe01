package medic.log.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** An export's lines, one at a time, and the digest of those before the current one. */
final class ExportLines {

  private static final int MAX_LINE_LENGTH = 64 << 20;

  private final InputStream in;
  private final MessageDigest before;
  private byte[] current = new byte[0];
  private long number;

  ExportLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
    try {
      this.before = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The next line without its end; nothing after the last. */
  @Nullable String next() throws IOException {
    before.update(current);
    ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
    int read;
    while ((read = in.read()) >= 0) {
      line.write(read);
      if (read == '\n') {
        break;
      }
      if (line.size() > MAX_LINE_LENGTH) {
        throw new IOException("a line of this file is too long to be one of an export");
      }
    }
    current = line.toByteArray();
    if (current.length == 0) {
      return null;
    }
    number++;
    return new String(current, StandardCharsets.UTF_8).stripTrailing();
  }

  /** Of the line read last, from 1. */
  long number() {
    return number;
  }

  /** Over all lines before the one read last; to be asked once. */
  byte[] digestBefore() {
    return before.digest();
  }
}
