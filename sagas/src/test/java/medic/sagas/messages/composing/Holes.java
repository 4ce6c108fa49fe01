package medic.sagas.messages.composing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text looks like where something is missing from it. */
public final class Holes {

  private static final Map<String, Pattern> MARKS =
      Map.ofEntries(
          Map.entry("doubled blank", Pattern.compile("[^\\s] {2,}[^\\s]")),
          Map.entry("blank before a comma or stop", Pattern.compile(" [,.](?!\\S)")),
          Map.entry("label of nothing", Pattern.compile("(?m): ?[.,;]|[^-]-?[ \\t]$")),
          Map.entry("label at the end", Pattern.compile(":\\s*\\z")),
          Map.entry("doubled mark", Pattern.compile("[,;:] ?[,;:.]|\\.\\.(?!\\.)")),
          Map.entry(
              "empty brackets", Pattern.compile("\\( |[^:;] \\)|\\(\\)|\\[ ?]|\"\"|“”|«\\s*»")),
          Map.entry("open tag", Pattern.compile("\\{\\{|}}|\\$\\{")),
          Map.entry("null", Pattern.compile("(?i)\\bnull\\b|\\bfalse\\b|\\btrue\\b|Optional\\[")),
          Map.entry("key", Pattern.compile("(?m)^[a-z]+(\\.[a-z-]+)+$|\\?\\?\\?")),
          Map.entry("two empty lines", Pattern.compile("\\n\\s*\\n\\s*\\n")),
          Map.entry("blank at a line's start", Pattern.compile("(?m)^[ \\t,.;:]")));

  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
  private static final Set<String> WITHOUT_END = Set.of("meta", "br", "link", "input", "img");

  private Holes() {}

  /** What is wrong, in words; nothing where it is whole. */
  public static List<String> in(String text) {
    List<String> holes = new ArrayList<>();
    String known = text.replace("\n-- \n", "\n--\n");
    MARKS.forEach(
        (kind, mark) -> {
          Matcher found = mark.matcher(known);
          if (found.find()) {
            holes.add(kind + " at \"" + around(known, found.start(), found.end()) + "\"");
          }
        });
    return holes;
  }

  private static String around(String text, int from, int to) {
    return text.substring(Math.max(0, from - 20), Math.min(text.length(), to + 20));
  }

  /** The same of a page, and its elements that are not closed, or are empty. */
  public static List<String> inPage(String page) {
    List<String> holes = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (Matcher tag = TAG.matcher(page); tag.find(); ) {
      if (tag.group(1).isEmpty() && !WITHOUT_END.contains(tag.group(2))) {
        open.push(tag.group(2));
      } else if (!tag.group(1).isEmpty() && !tag.group(2).equals(open.poll())) {
        holes.add("not closed before " + tag.group());
      }
    }
    open.forEach(left -> holes.add("not closed: " + left));
    if (Pattern.compile("<(p|h1|title|button)[^>]*>\\s*</").matcher(page).find()) {
      holes.add("empty element");
    }
    holes.addAll(in(TAG.matcher(page).replaceAll("").replaceAll("\\s*\\n\\s*", "\n").strip()));
    return holes;
  }
}
