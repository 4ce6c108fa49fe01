package medic.query.rebuild;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows into a table by COPY, in the transaction of its session. */
final class CopyWriter implements AutoCloseable {

  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * FULL);
  private final StringBuilder line = new StringBuilder();

  CopyWriter(LongSession session, String table, List<String> columns) throws SQLException {
    copy =
        session
            .postgres()
            .getCopyAPI()
            .copyIn(
                columns.stream().collect(Collectors.joining(", ", "copy " + table + " (", ")"))
                    + " from stdin");
  }

  /** A row's next value; null for none. */
  CopyWriter value(@Nullable Object value) {
    if (line.length() > 0) {
      line.append('\t');
    }
    if (value == null) {
      line.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(c);
      }
    }
  }

  void endRow() throws SQLException {
    line.append('\n');
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    buffer.write(bytes, 0, bytes.length);
    line.setLength(0);
    if (buffer.size() > FULL) {
      send();
    }
  }

  private void send() throws SQLException {
    byte[] bytes = buffer.toByteArray();
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.reset();
  }

  /** The rows are in the table; without this, none is. */
  void end() throws SQLException {
    send();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
