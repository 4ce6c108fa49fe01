package medic.log.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import medic.log.note.Signer;

/** Writes an export's lines and keeps count of them for the manifest at the end. */
public final class SealingWriter {

  private final OutputStream out;
  private final MessageDigest digest;
  private long entries;

  public SealingWriter(OutputStream out) {
    this.out = out;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** A line that is no entry. */
  public void line(String text) throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
  }

  public void entry(String text) throws IOException {
    line(text);
    entries++;
  }

  /**
   * The manifest of what was written so far, as a signed note.
   *
   * @param filter the request's parameters; empty for the whole log
   * @param size of the checkpoint
   * @param events of the one stream that the filter asks for, or 0
   */
  public String manifest(String filter, long size, long events, Signer signer) {
    return new Manifest(filter, entries, size, events, digest.digest()).sign(signer);
  }
}
