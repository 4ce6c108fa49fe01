package medic.contact;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text whose readers see what was written: no character that turns the direction, hides, breaks the
 * line or stands for nothing. The joiners U+200C and U+200D are taken where a script or an emoji
 * needs them, variation selectors everywhere.
 */
public final class ReadableText {

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int NONE = -1;

  /** Scripts whose letters have no use for joiners: there, they only make two texts look alike. */
  private static final Set<Integer> WITHOUT_JOINERS =
      Set.of(
          UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARMENIAN,
          UScript.GEORGIAN,
          UScript.HEBREW,
          UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.HANGUL,
          UScript.BOPOMOFO,
          UScript.COMMON);

  private static final int BLANK_OF_BRAILLE = 0x2800;

  /** England, Scotland, Wales: invisible letters name the region after a black flag. */
  private static final Pattern FLAGS_OF_REGIONS =
      Pattern.compile(
          "(\\x{1F3F4})\\x{E0067}\\x{E0062}"
              + "(?:\\x{E0065}\\x{E006E}\\x{E0067}"
              + "|\\x{E0073}\\x{E0063}\\x{E0074}"
              + "|\\x{E0077}\\x{E006C}\\x{E0073})\\x{E007F}");

  private ReadableText() {}

  /** Whether it is readable, in one line: a name, a title, an address. */
  public static boolean isOneLine(String text) {
    return isReadable(text, false);
  }

  /** Whether it is readable, in any number of lines: a reason, a description. Tabs count too. */
  public static boolean isParagraphs(String text) {
    return isReadable(text, true);
  }

  /** Whether a character draws nothing by itself, as by Unicode's Default_Ignorable_Code_Point. */
  static boolean isInvisible(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  static boolean isJoiner(int point) {
    return point == NON_JOINER || point == JOINER;
  }

  private static boolean isReadable(String text, boolean lines) {
    boolean saysSomething = text.isBlank() || text.codePoints().anyMatch(ReadableText::draws);
    return saysSomething && isTaken(FLAGS_OF_REGIONS.matcher(text).replaceAll("$1"), lines);
  }

  /** Does it put ink on paper by itself? The blank of Braille does not. */
  private static boolean draws(int point) {
    return switch (UCharacter.getType(point)) {
      case UCharacterCategory.SPACE_SEPARATOR,
          UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.CONTROL,
          UCharacterCategory.FORMAT ->
          false;
      default -> point != BLANK_OF_BRAILLE && !isInvisible(point);
    };
  }

  private static boolean isTaken(String text, boolean lines) {
    int base = NONE;
    boolean joinsPictures = false;
    PrimitiveIterator.OfInt points = text.codePoints().iterator();
    while (points.hasNext()) {
      int point = points.nextInt();
      boolean taken =
          isJoiner(point)
              ? mayJoin(base)
              : isReadable(point) || lines && "\n\r\t".indexOf(point) >= 0;
      if (!taken || joinsPictures && !isPicture(point)) {
        return false;
      }
      joinsPictures = isJoiner(point) && isPicture(base);
      base = isJoiner(point) ? NONE : baseOf(base, point);
    }
    return !joinsPictures;
  }

  private static boolean isReadable(int point) {
    return switch (UCharacter.getType(point)) {
      case UCharacterCategory.CONTROL,
          UCharacterCategory.SURROGATE,
          UCharacterCategory.LINE_SEPARATOR,
          UCharacterCategory.PARAGRAPH_SEPARATOR ->
          false;
      case UCharacterCategory.FORMAT ->
          UCharacter.hasBinaryProperty(point, UProperty.PREPENDED_CONCATENATION_MARK);
      default -> isVisible(point);
    };
  }

  private static boolean isVisible(int point) {
    boolean selects = UCharacter.hasBinaryProperty(point, UProperty.VARIATION_SELECTOR);
    boolean standsForNothing =
        UCharacter.hasBinaryProperty(point, UProperty.NONCHARACTER_CODE_POINT);
    return !standsForNothing && (selects || !isInvisible(point));
  }

  /** A mark belongs to the letter or picture before it. */
  private static int baseOf(int before, int point) {
    boolean inherits = UScript.getScript(point) == UScript.INHERITED;
    boolean tones = UCharacter.hasBinaryProperty(point, UProperty.EMOJI_MODIFIER);
    return inherits || tones ? before : point;
  }

  private static boolean mayJoin(int base) {
    return base != NONE && (isPicture(base) || !WITHOUT_JOINERS.contains(UScript.getScript(base)));
  }

  private static boolean isPicture(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC);
  }
}
