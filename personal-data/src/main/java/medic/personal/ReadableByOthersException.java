package medic.personal;

import java.nio.file.Path;

/** A secret's file can be read by others than its owner. */
public final class ReadableByOthersException extends IllegalStateException {

  ReadableByOthersException(Path file) {
    super(file + " can be read by others than its owner: chmod 600 " + file);
  }
}
