package medic.trials.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the clock of a process by a library that is loaded before all others, where there is one.
 */
final class SkewedClock {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

  private final Path library;
  private final Path setting;

  private SkewedClock(Path library, Path setting) {
    this.library = library;
    this.setting = setting;
  }

  /** One whose setting is kept in a file; empty without the library. */
  static Optional<SkewedClock> in(Path file) throws IOException {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    if (library.isEmpty()) {
      return Optional.empty();
    }
    SkewedClock clock = new SkewedClock(library.get(), file);
    clock.set(Duration.ZERO);
    return Optional.of(clock);
  }

  void set(Duration ahead) throws IOException {
    Files.writeString(setting, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
  }

  /** What the process is to find in its environment. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", setting.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "DONT_FAKE_MONOTONIC", "1");
  }
}
