package medic.trials.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over one connection that is kept, with no opinion of what is sent. */
final class Wire implements AutoCloseable {

  /** An answer; header names are in lower case. */
  record Reply(int status, Map<String, String> headers, String body) {

    String type() {
      return headers.getOrDefault("content-type", "");
    }
  }

  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;
  private @Nullable Connection connection;

  private record Connection(Socket socket, InputStream in) {}

  Wire(int port) {
    this.port = port;
  }

  /** Sends a request and waits for its answer; a connection that was closed is made anew, once. */
  Reply send(byte[] request) throws IOException {
    boolean kept = connection != null;
    try {
      return exchange(request);
    } catch (IOException lost) {
      close();
      if (!kept) {
        throw lost;
      }
      return exchange(request);
    }
  }

  private Reply exchange(byte[] request) throws IOException {
    Connection open = connect();
    try {
      open.socket.getOutputStream().write(request);
      open.socket.getOutputStream().flush();
    } catch (IOException refused) {
      // it may have been answered all the same
    }
    Reply reply = read(open.in);
    if (reply.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return reply;
  }

  private Connection connect() throws IOException {
    Connection open = connection;
    if (open == null) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      open = new Connection(socket, new BufferedInputStream(socket.getInputStream()));
      connection = open;
    }
    return open;
  }

  private static Reply read(InputStream in) throws IOException {
    String first = line(in);
    String[] words = first.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("no answer of HTTP: " + first);
    }
    int status = Integer.parseInt(words[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Reply(status, headers, body(in, status, headers));
  }

  private static String body(InputStream in, int status, Map<String, String> headers)
      throws IOException {
    if (status == 204 || status == 304) {
      return "";
    }
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    byte[] all =
        headers.containsKey("content-length")
            ? in.readNBytes(Integer.parseInt(headers.get("content-length")))
            : in.readAllBytes();
    return new String(all, StandardCharsets.UTF_8);
  }

  private static String chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).strip(), 16);
      all.write(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return all.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.socket.close();
    }
  }
}
