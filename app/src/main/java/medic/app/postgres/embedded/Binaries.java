package medic.app.postgres.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import medic.app.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path into a directory that only we write to. */
public final class Binaries {

  private static final int NAME_LENGTH = 12;
  private static final int EXECUTABLE = 0111;

  private Binaries() {}

  /**
   * The directory with {@code bin} and {@code lib}; unpacked whole or not at all. Only one process
   * calls.
   */
  public static Path unpackedIn(Path parent) {
    try {
      Path home = parent.resolve("postgres-" + digest());
      if (!Files.isDirectory(home)) {
        removeDrafts(Files.createDirectories(parent));
        Path draft = Files.createTempDirectory(parent, ".unpack");
        unpack(draft);
        Files.move(draft, home);
      }
      return home;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether the programs must be started as somebody else: PostgreSQL refuses to run as root. */
  public static boolean needsAnotherUser() {
    return LinuxUtils.isUnshareAvailable();
  }

  /** Removes what a process that was killed while it unpacked has left. */
  private static void removeDrafts(Path parent) throws IOException {
    try (var drafts = Files.newDirectoryStream(parent, ".unpack*")) {
      for (Path draft : drafts) {
        FileSystemUtils.deleteRecursively(draft);
      }
    }
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.contains("mac") ? "Darwin" : "Linux";
    String machine = System.getProperty("os.arch");
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
          name, machine.equals("amd64") ? "x86_64" : machine);
    } catch (IllegalStateException none) {
      throw new StartRefused(
          "No embedded PostgreSQL for " + name + "/" + machine + ": set MEDIC_DB_URL.");
    }
  }

  private static String digest() throws IOException {
    try (InputStream archive = archive()) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(archive, sha).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha.digest()).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void unpack(Path into) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, into);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("the archive leads outside its directory");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean executable = (entry.getMode() & EXECUTABLE) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
