package medic.app.postgres.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings: durable, on loopback, and silent about what failed statements held. */
final class ServerOptions {

  private ServerOptions() {}

  static String on(int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("fsync", "on");
    settings.put("full_page_writes", "on");
    settings.put("synchronous_commit", "on");
    settings.put("max_connections", "100");
    settings.put("shared_buffers", "256MB");
    settings.put("max_wal_size", "2GB");
    settings.put("random_page_cost", "1.1");
    settings.put("log_min_error_statement", "panic");
    settings.put("log_error_verbosity", "terse");
    return settings.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
        .collect(Collectors.joining(" ", "-p " + port + " ", ""));
  }
}
