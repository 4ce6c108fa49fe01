package medic.app.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import medic.app.Settings;
import medic.app.StartRefused;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.core.env.Environment;

/**
 * A port of its own for those who watch, with threads of its own: however busy all others are, it
 * answers. It tells of health, and of nothing else.
 */
final class HealthPort extends ValveBase {

  private static final String HEALTH = "/actuator/health";
  private static final int THREADS = 4;
  private static final int CONNECTIONS = 100;
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int NOT_FOUND = 404;

  private final Connector connector;

  private HealthPort(Connector connector) {
    super(true);
    this.connector = connector;
  }

  static HealthPort of(Environment environment) {
    Connector connector = new Connector("HTTP/1.1");
    connector.setPort(port(environment));
    Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
    protocol.setAddress(address(environment));
    protocol.setMaxThreads(THREADS);
    protocol.setMinSpareThreads(1);
    protocol.setMaxConnections(CONNECTIONS);
    protocol.setConnectionTimeout(PATIENCE_MILLIS);
    return new HealthPort(connector);
  }

  List<Connector> connectors() {
    return List.of(connector);
  }

  @Override
  public void invoke(Request request, Response response)
      throws IOException, jakarta.servlet.ServletException {
    boolean isHealth = request.getRequestURI().startsWith(HEALTH);
    if (request.getConnector() == connector && !isHealth) {
      response.sendError(NOT_FOUND);
    } else {
      getNext().invoke(request, response);
    }
  }

  private static int port(Environment environment) {
    String port = Settings.MEDIC_HEALTH_PORT.in(environment);
    try {
      return Integer.parseInt(port.strip());
    } catch (NumberFormatException none) {
      throw new StartRefused(Settings.MEDIC_HEALTH_PORT + " must be a port's number.");
    }
  }

  private static InetAddress address(Environment environment) {
    try {
      return InetAddress.getByName(Settings.SERVER_ADDRESS.in(environment));
    } catch (UnknownHostException unknown) {
      throw new StartRefused(Settings.SERVER_ADDRESS + " is no address of this machine.");
    }
  }
}
