package medic.trials.bench;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An export of everything over HTTP: how fast, and what the server holds of it. */
final class ExportBench {

  private static final double MEGABYTE = 1 << 20;

  private ExportBench() {}

  static void run(ResultTable table, int port, String token, double bookedPerSecond)
      throws Exception {
    double atRest = HeapWatch.atRest();
    long lines = 0;
    long bytes = 0;
    long started = System.nanoTime();
    try (HeapWatch heap = new HeapWatch();
        InputStream export = export(port, token)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = export.read(buffer); read >= 0; read = export.read(buffer)) {
        bytes += read;
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      table.row(
          "log: export, " + Math.round(bytes / MEGABYTE) + " MB in " + Math.round(seconds) + " s",
          lines / seconds,
          "lines/s",
          bookedPerSecond,
          "events/s by bookings",
          lines / seconds / bookedPerSecond);
      table.row(
          "log: heap after collections meanwhile",
          heap.most(),
          "MB",
          atRest,
          "MB at rest",
          heap.most() / atRest);
    }
  }

  private static InputStream export(int port, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/audit/export?format=ndjson"))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }
}
