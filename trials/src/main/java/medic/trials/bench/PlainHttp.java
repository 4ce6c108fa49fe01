package medic.trials.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that sends a request and reads its answer, and costs next to nothing: it runs
 * on the same cores as the server it measures.
 */
final class PlainHttp implements Closeable {

  private final Socket socket;
  private final InputStream in;
  private final String head;
  private int length;
  private boolean chunked;

  PlainHttp(String host, int port, String token) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    head = " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n";
  }

  int get(String path) throws IOException {
    return send("GET " + path + head + "\r\n");
  }

  int post(String path, String json) throws IOException {
    return send(
        "POST "
            + path
            + head
            + "Content-Type: application/json\r\nContent-Length: "
            + json.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + json);
  }

  private int send(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().substring(9, 12));
    readHeaders();
    readBody();
    return status;
  }

  private void readHeaders() throws IOException {
    length = 0;
    chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = true;
      }
    }
  }

  private void readBody() throws IOException {
    if (!chunked) {
      in.skipNBytes(length);
      return;
    }
    int size = Integer.parseInt(line(), 16);
    while (size > 0) {
      in.skipNBytes(size + 2L);
      size = Integer.parseInt(line(), 16);
    }
    line();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
