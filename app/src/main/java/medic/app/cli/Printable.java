package medic.app.cli;

/** Text of strangers on a terminal: nothing in it moves the cursor, colours or hides anything. */
final class Printable {

  private Printable() {}

  /** With control and format characters as Java escapes. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints().forEach(point -> append(point, printable));
    return printable.toString();
  }

  private static void append(int point, StringBuilder to) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          Character.toString(point).chars().forEach(unit -> to.append("\\u%04x".formatted(unit)));
      default -> to.appendCodePoint(point);
    }
  }
}
