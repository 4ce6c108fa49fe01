package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import medic.app.StartRefused;
import medic.app.postgres.database.Roles;
import medic.personal.SecretFile;

/**
 * How to reach the embedded database: kept in a file for its owner's processes. Files of an earlier
 * version name one role's password, which was the owner's.
 */
record EmbeddedAccess(
    int port,
    String ownerPassword,
    String applicationPassword,
    String logPassword,
    String superuserPassword) {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "medic_owner";
  static final String DATABASE = "medic";
  private static final int PASSWORD_BYTES = 24;

  static EmbeddedAccess readOrCreate(Path file) {
    byte[] stored =
        SecretFile.readOrCreate(
            file,
            () ->
                new EmbeddedAccess(0, newPassword(), newPassword(), newPassword(), newPassword())
                    .toText()
                    .getBytes(StandardCharsets.UTF_8));
    Properties properties = new Properties();
    try (StringReader reader = new StringReader(new String(stored, StandardCharsets.UTF_8))) {
      properties.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    int port = port(properties, file);
    String superuser = text(properties, "superuser.password", file);
    return properties.containsKey("owner.password")
        ? new EmbeddedAccess(
            port,
            text(properties, "owner.password", file),
            text(properties, "application.password", file),
            text(properties, "log.password", file),
            superuser)
        : new EmbeddedAccess(
                port, text(properties, "password", file), newPassword(), newPassword(), superuser)
            .writtenTo(file);
  }

  private static int port(Properties properties, Path file) {
    try {
      return Integer.parseInt(text(properties, "port", file));
    } catch (NumberFormatException none) {
      throw cutShort(file);
    }
  }

  private static String text(Properties properties, String name, Path file) {
    String text = properties.getProperty(name, "");
    if (text.isEmpty()) {
      throw cutShort(file);
    }
    return text;
  }

  private static StartRefused cutShort(Path file) {
    return new StartRefused(
        file + " is not whole: it holds the passwords of the database beside it. Restore it.");
  }

  /** Moves to another port and tells the other processes. */
  EmbeddedAccess onPort(int newPort, Path file) {
    return new EmbeddedAccess(
            newPort, ownerPassword, applicationPassword, logPassword, superuserPassword)
        .writtenTo(file);
  }

  private EmbeddedAccess writtenTo(Path file) {
    try {
      Path draft =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".access",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, toText());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  String url() {
    return url(DATABASE);
  }

  Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(url(SUPERUSER), SUPERUSER, superuserPassword);
  }

  Map<String, String> passwords() {
    return Map.of(Roles.APPLICATION, applicationPassword, Roles.LOG, logPassword);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String toText() {
    StringWriter text = new StringWriter();
    text.write(
        "# How this machine's medic processes reach their PostgreSQL. Keep it with the data.\n");
    text.write("port=" + port + "\n");
    text.write("owner.password=" + ownerPassword + "\n");
    text.write("application.password=" + applicationPassword + "\n");
    text.write("log.password=" + logPassword + "\n");
    text.write("superuser.password=" + superuserPassword + "\n");
    return text.toString();
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return "Access[port=" + port + "]";
  }
}
