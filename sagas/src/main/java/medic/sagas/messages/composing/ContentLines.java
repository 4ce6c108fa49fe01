package medic.sagas.messages.composing;

import java.nio.charset.StandardCharsets;

/**
 * The lines of an iCalendar text as RFC 5545 (3.1) wants them: of 75 octets at most in UTF-8, a
 * longer one folded between characters, each ended by CRLF. (ical4j counts characters.)
 */
final class ContentLines {

  private static final int MAX_OCTETS = 75;
  private static final String END = "\r\n";
  private static final String FOLD = END + " ";

  private ContentLines() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / MAX_OCTETS);
    text.lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      String character = Character.toString(line.codePointAt(at));
      int width = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > MAX_OCTETS) {
        folded.append(FOLD);
        octets = 1;
      }
      folded.append(character);
      octets += width;
      at += character.length();
    }
    folded.append(END);
  }
}
