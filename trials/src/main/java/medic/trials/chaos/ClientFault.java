package medic.trials.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import medic.trials.cluster.Cluster;

/** A crowd of clients that hold a server up, or lie to it. */
final class ClientFault implements Fault {

  enum Kind {
    DRIP_BODIES(
        "POST /api/auth/token HTTP/1.1\r\nHost: medic\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"),
    DRIP_HEADERS("GET /api/doctors HTTP/1.1\r\nHost: medic\r\nX-Slow: "),
    LIE_ABOUT_LENGTH(
        "POST /api/appointments HTTP/1.1\r\nHost: medic\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{\"appointmentId\":\"much longer than said\"}"),
    SPEAK_NONSENSE("\u0000\u0001\u0002 medic?\r\n\r\n"),
    LEAVE_HALFWAY(
        "POST /api/appointments HTTP/1.1\r\nHost: medic\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"do");

    private final byte[] opening;

    Kind(String opening) {
      this.opening = opening.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean goesOn() {
      return this == DRIP_BODIES || this == DRIP_HEADERS;
    }
  }

  private static final int CROWD = 80;
  private static final int DRIP_MILLIS = 200;
  private static final int CONNECT_MILLIS = 1000;

  private final Kind kind;
  private final int node;
  private final List<Socket> crowd = new CopyOnWriteArrayList<>();

  ClientFault(Kind kind, int node) {
    this.kind = kind;
    this.node = node;
  }

  @Override
  public String name() {
    return CROWD + " clients of node-" + (node + 1) + " " + Words.of(kind);
  }

  @Override
  public void begin(Cluster cluster) {
    int port = cluster.nodes().get(node).port();
    for (int i = 0; i < CROWD; i++) {
      join(port);
    }
    if (kind.goesOn()) {
      Thread drip = new Thread(this::drip, "dripping");
      drip.setDaemon(true);
      drip.start();
    }
  }

  @Override
  public void end(Cluster cluster) {
    crowd.forEach(ClientFault::leave);
    crowd.clear();
  }

  private void join(int port) {
    try {
      Socket socket = new Socket();
      socket.connect(
          new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.getOutputStream().write(kind.opening);
      if (kind == Kind.LEAVE_HALFWAY) {
        leave(socket);
      } else {
        crowd.add(socket);
      }
    } catch (IOException refused) {
      // a server that is down hears nobody
    }
  }

  private void drip() {
    while (!crowd.isEmpty()) {
      for (Socket socket : crowd) {
        try {
          OutputStream out = socket.getOutputStream();
          out.write('a');
          out.flush();
        } catch (IOException thrownOut) {
          crowd.remove(socket);
        }
      }
      try {
        Thread.sleep(DRIP_MILLIS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private static void leave(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // left is left
    }
  }
}
