package medic.app.postgres.embedded;

import java.nio.file.Path;

/** A process that uses the embedded database until its standard input ends. */
final class Occupant {

  private Occupant() {}

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]))) {
      System.out.println("open " + database.url());
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }
}
