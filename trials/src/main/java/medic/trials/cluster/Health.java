package medic.trials.cluster;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a server says of itself, asked on a connection of its own. */
public final class Health {

  private static final int PATIENCE_MILLIS = 1000;

  private Health() {}

  public static boolean isReady(Node node) {
    return status(node, "readiness") == 200;
  }

  /** The status of the answer; -1 for none within a second. */
  public static int status(Node node, String group) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(node.address() + "/actuator/health/" + group).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("Connection", "close");
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException none) {
      return -1;
    }
  }
}
