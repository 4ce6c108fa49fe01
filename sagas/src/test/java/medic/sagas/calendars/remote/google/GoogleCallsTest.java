package medic.sagas.calendars.remote.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponseException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is called but Google, whatever an answer that comes in its place says. */
class GoogleCallsTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer inPlaceOfGoogle;

  @BeforeEach
  void start() throws IOException {
    inPlaceOfGoogle =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inPlaceOfGoogle.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          boolean leadsOn = path.matches("/\\d+");
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(leadsOn ? Integer.parseInt(path.substring(1)) : 200, -1);
          exchange.close();
        });
    inPlaceOfGoogle.start();
  }

  @AfterEach
  void stop() {
    inPlaceOfGoogle.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void leadNowhereElse(int status) throws IOException {
    HttpRequestFactory calls =
        GoogleCalls.TRANSPORT.createRequestFactory(GoogleCalls.withToken("a token"));
    GenericUrl address =
        new GenericUrl("http://127.0.0.1:" + inPlaceOfGoogle.getAddress().getPort() + "/" + status);
    byte[] words = "words".getBytes(StandardCharsets.UTF_8);
    for (HttpRequest call :
        List.of(
            calls.buildGetRequest(address),
            calls.buildPostRequest(address, new ByteArrayContent("text/plain", words)))) {
      assertThatThrownBy(call::execute).isInstanceOf(HttpResponseException.class);
    }

    assertThat(asked).containsExactly("/" + status, "/" + status);
  }
}
