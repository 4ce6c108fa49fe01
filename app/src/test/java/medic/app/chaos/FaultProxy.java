package medic.app.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on loopback, before a server on loopback, that can fail as networks do. */
final class FaultProxy implements AutoCloseable {

  private enum Mode {
    PASSES,
    /** Connections break, and new ones are closed at once. */
    CUT,
    /** Nothing gets through and nobody is told. */
    SILENT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASSES;

  FaultProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void cut() {
    mode = Mode.CUT;
    closeAll();
  }

  void silence() {
    mode = Mode.SILENT;
  }

  /** What was silent stays so: its bytes are lost. */
  void mend() {
    closeAll();
    mode = Mode.PASSES;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        if (mode == Mode.CUT) {
          client.close();
        } else if (mode == Mode.PASSES) {
          join(client);
        }
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  private void join(Socket client) throws IOException {
    Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(behind);
    daemon(() -> pass(client, behind));
    daemon(() -> pass(behind, client));
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (mode == Mode.PASSES) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException closed) {
      // both ends then
    }
    if (mode != Mode.SILENT) {
      close(from);
      close(to);
    }
  }

  private void closeAll() {
    sockets.forEach(FaultProxy::close);
    sockets.clear();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // so it is
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    closeAll();
  }
}
