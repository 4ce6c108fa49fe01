package medic.app.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import medic.app.journey.RawAnswer;

/** What an attacker does to a server below HTTP. */
record Connections(String address) {

  private static final String HEAD =
      " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\nContent-Type: application/json\r\n";

  Socket open() throws IOException {
    URI uri = URI.create(address);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  RawAnswer sendAll(String bytes) throws IOException {
    return RawAnswer.to(address, bytes);
  }

  /** The head of a request whose body never comes whole. */
  Socket drip(String from, String path, String token) throws IOException {
    Socket socket = open();
    send(
        socket,
        "POST "
            + path
            + HEAD.formatted(from)
            + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
            + "Content-Length: 900\r\n\r\n{");
    return socket;
  }

  /** Sends a request whole, or but for its last byte, and is gone. */
  void hangUp(String path, String token, String body, boolean isWhole) throws IOException {
    try (Socket socket = open()) {
      socket.setSoLinger(true, 0);
      String request =
          "POST "
              + path
              + HEAD.formatted("192.0.2.199")
              + "Authorization: Bearer "
              + token
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      send(socket, isWhole ? request : request.substring(0, request.length() - 1));
    }
  }

  /** Statuses of so many requests whose answers are left open, all of them open at once. */
  List<Integer> openAll(int number, String path, String token) throws Exception {
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        open.add(openOne(path, token));
      }
      return open.stream().map(HttpResponse::statusCode).toList();
    } finally {
      for (HttpResponse<InputStream> one : open) {
        one.body().close();
      }
    }
  }

  private HttpResponse<InputStream> openOne(String path, String token) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
