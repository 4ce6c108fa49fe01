package medic.trials.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on loopback that can cut, slow and silence what passes through it. */
public final class FaultProxy implements AutoCloseable {

  /** How what arrives is treated. */
  public enum Weather {
    /** As it comes. */
    CLEAR,
    /** Each chunk is late. */
    SLOW,
    /** Connections stay open and nothing passes, in either direction. */
    SILENT,
    /** Requests pass and answers do not: the other side is there, and cannot be heard. */
    HALF_OPEN,
    /** New connections are closed at once. */
    REFUSING
  }

  private static final int CHUNK = 16 * 1024;
  private static final int LATE_MILLIS = 40;
  private static final int LOOK_AGAIN_MILLIS = 20;
  private static final int CONNECT_MILLIS = 2000;
  private static final int BACKLOG = 200;

  private final ServerSocket listening;
  private final int target;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private volatile Weather weather = Weather.CLEAR;

  private record Pair(Socket near, Socket far) {
    void reset() {
      resetOne(near);
      resetOne(far);
    }

    private static void resetOne(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException gone) {
        // what is closed already needs no reset
      }
    }
  }

  private FaultProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** Passes what comes to a free port of its own on to {@code target}, another port of loopback. */
  public static FaultProxy to(int target) throws IOException {
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), target);
    daemon("proxy-" + target, proxy::accept).start();
    return proxy;
  }

  public int port() {
    return listening.getLocalPort();
  }

  public void weather(Weather next) {
    weather = next;
  }

  /** Resets every connection there is. */
  public void cut() {
    pairs.forEach(Pair::reset);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        daemon("proxied-" + target, () -> connect(near)).start();
      } catch (IOException closedOrRefused) {
        // asked again unless closed
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    Pair pair = new Pair(near, far);
    try {
      if (weather == Weather.REFUSING) {
        pair.reset();
        return;
      }
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      pairs.add(pair);
      daemon("proxied-" + target + "-back", () -> pump(pair, far, near, true)).start();
      pump(pair, near, far, false);
    } catch (IOException unreachable) {
      pair.reset();
    }
  }

  private void pump(Pair pair, Socket from, Socket to, boolean answers) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        brave(answers);
        out.write(chunk, 0, read);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException cut) {
      pair.reset();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      pair.reset();
    } finally {
      if (from.isClosed() || to.isClosed() || from.isInputShutdown() && to.isInputShutdown()) {
        pairs.remove(pair);
      }
    }
  }

  /** Waits for as long as the weather asks. */
  private void brave(boolean answers) throws InterruptedException {
    if (weather == Weather.SLOW) {
      Thread.sleep(LATE_MILLIS);
    }
    while (weather == Weather.SILENT || answers && weather == Weather.HALF_OPEN) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
