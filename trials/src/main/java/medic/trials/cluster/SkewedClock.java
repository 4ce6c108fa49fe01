package medic.trials.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is off by what a file says, in milliseconds; another process may write it. */
final class SkewedClock extends Clock {

  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private final Path file;
  private final Clock right;
  private volatile long lookedAt;
  private volatile Duration ahead = Duration.ZERO;

  SkewedClock(Path file, Clock right) {
    this.file = file;
    this.right = right;
    look();
  }

  static void write(Path file, Duration ahead) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, Long.toString(ahead.toMillis()));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
      look();
    }
    return right.instant().plus(ahead);
  }

  private void look() {
    lookedAt = System.nanoTime();
    try {
      ahead = Duration.ofMillis(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException none) {
      ahead = Duration.ZERO;
    }
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SkewedClock(file, right.withZone(zone));
  }
}
