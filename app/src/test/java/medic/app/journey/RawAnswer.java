package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says to bytes that no HTTP client would send. */
public record RawAnswer(int status, Map<String, String> headers, String body) {

  private static final int PATIENCE_MILLIS = 30_000;

  /** Sends bytes (one a character) and reads until the server closes or falls silent. */
  public static RawAnswer to(String address, String bytes) throws IOException {
    URI uri = URI.create(address);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /** Reads one answer: up to its announced length, or its last chunk, or the end. */
  public static RawAnswer read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
        if (isWhole(text)) {
          break;
        }
      }
    } catch (java.net.SocketException reset) {
      // what was said before counts
    }
    return of(text.toString());
  }

  private static boolean isWhole(StringBuilder text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    int length = head.indexOf("content-length: ");
    if (length < 0) {
      return head.contains("chunked") && text.indexOf("\r\n0\r\n\r\n", end) >= 0;
    }
    String digits = head.substring(length + 16).split("\r\n", 2)[0].strip();
    return text.length() >= end + 4 + Integer.parseInt(digits);
  }

  private static RawAnswer of(String text) {
    if (!text.startsWith("HTTP/1.1 ")) {
      return new RawAnswer(0, Map.of(), text);
    }
    int end = text.indexOf("\r\n\r\n");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Stream.of(text.substring(0, end).split("\r\n"))
        .skip(1)
        .map(line -> line.split(": ", 2))
        .forEach(pair -> headers.put(pair[0], pair.length > 1 ? pair[1] : ""));
    String body = text.substring(end + 4);
    return new RawAnswer(
        Integer.parseInt(text.substring(9, 12)),
        headers,
        headers.containsKey("Transfer-Encoding") ? unchunked(body) : body);
  }

  private static String unchunked(String body) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (true) {
      int line = body.indexOf("\r\n", at);
      int length = line < 0 ? 0 : Integer.parseInt(body.substring(at, line), 16);
      if (length == 0) {
        return whole.toString();
      }
      whole.append(body, line + 2, Math.min(body.length(), line + 2 + length));
      at = line + 2 + length + 2;
    }
  }

  /** A problem in full, of the status that the answer has, with what browsers are told. */
  public RawAnswer expectProblem(String why, int... statuses) {
    assertThat(statuses).as(why + ": " + this).contains(status);
    assertThat(headers).as(why).containsEntry("Content-Type", "application/problem+json");
    assertThat(headers)
        .as(why)
        .containsKeys(
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Content-Security-Policy",
            "Referrer-Policy",
            "Cache-Control");
    JsonNode problem = JsonMapper.builder().build().readTree(body);
    assertThat(problem.path("status").asInt()).as(why).isEqualTo(status);
    assertThat(problem.path("code").asString("")).as(why).isNotBlank();
    assertThat(problem.path("detail").asString("")).as(why).isNotBlank();
    return this;
  }
}
