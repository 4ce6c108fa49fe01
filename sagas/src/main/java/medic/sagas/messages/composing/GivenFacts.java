package medic.sagas.messages.composing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The facts of a message as its template may see them. A fact that is empty is absent: no section
 * is written for it. Each text is in one line: a break in a name must not end the subject.
 */
final class GivenFacts {

  /** So long a fact may be in a text message, in characters: links alone are never shortened. */
  static final int MAX_LENGTH_IN_SHORT = 40;

  private static final Set<String> LINKS = Set.of("link", "join", "optOut");

  private GivenFacts() {}

  static Map<String, Object> of(Map<?, ?> facts) {
    return given(facts, UnaryOperator.identity());
  }

  /** The same, cut to what a text message has room for. */
  static Map<String, Object> shortened(Map<?, ?> facts) {
    return given(facts, GivenFacts::shortened);
  }

  private static Map<String, Object> given(Map<?, ?> facts, UnaryOperator<String> form) {
    Map<String, Object> given = new HashMap<>();
    facts.forEach(
        (name, fact) -> {
          boolean asItIs = LINKS.contains(String.valueOf(name));
          Object seen = seen(fact, asItIs ? UnaryOperator.identity() : form);
          if (!isAbsent(seen)) {
            given.put(String.valueOf(name), seen);
          }
        });
    return given;
  }

  private static Object seen(Object fact, UnaryOperator<String> form) {
    if (fact instanceof String text) {
      return form.apply(oneLine(text));
    } else if (fact instanceof List<?> facts) {
      return facts.stream().map(each -> seen(each, form)).filter(each -> !isAbsent(each)).toList();
    } else if (fact instanceof Map<?, ?> facts) {
      return given(facts, form);
    }
    return fact;
  }

  private static boolean isAbsent(Object fact) {
    return fact.equals("")
        || fact.equals(false)
        || fact instanceof List<?> facts && facts.isEmpty()
        || fact instanceof Map<?, ?> named && named.isEmpty();
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH_IN_SHORT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH_IN_SHORT - 1)).strip() + "…";
  }
}
