package medic.sagas.messages.composing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Facts to render templates with: each that may be absent, present and absent. */
final class SampleFacts {

  /** There whenever a template of theirs is written; see {@link MessageFacts}. */
  private static final Set<String> ALWAYS =
      Set.of("doctor", "patient", "type", "date", "time", "untilDate", "untilTime", "zone", "link");

  /** Facts that depend on each other: what may be absent of them is absent in these ways. */
  private static final List<List<Set<String>>> GROUPS =
      List.of(
          List.of(Set.of(), Set.of("previousDate", "previousTime")),
          List.of(Set.of(), Set.of("cancelUntil"), Set.of("tooLateToCancel")),
          List.of(
              Set.of(),
              Set.of("place"),
              Set.of("place", "placeTime"),
              Set.of("video"),
              Set.of("video", "join"),
              Set.of("video", "joinLater"),
              Set.of("phone"),
              Set.of("phone", "weCall"),
              Set.of("phone", "youCall"),
              Set.of("phone", "numberMissing")));

  private static final Pattern NAMED = Pattern.compile("\\{\\{[#^]?([A-Za-z]+)}}");

  private static final Map<String, List<Object>> SAMPLES = samples();

  private SampleFacts() {}

  private static Map<String, List<Object>> samples() {
    Map<String, List<Object>> samples = new HashMap<>();
    samples.put("name", List.of("Ann-Marie O’Neill"));
    samples.put("doctor", List.of("Dr. Jürgen Šlice"));
    samples.put("patient", List.of("Ann-Marie O’Neill"));
    samples.put("type", List.of("Zahnkontrolle"));
    samples.put("place", List.of("Mitte, Torstr. 12, Berlin"));
    samples.put("date", List.of("Monday, January 3, 2028"));
    samples.put("time", List.of("10:15 AM"));
    samples.put("zone", List.of("Central European Time"));
    samples.put("previousDate", List.of("Sunday, January 2, 2028"));
    samples.put("previousTime", List.of("9:00 AM"));
    samples.put("untilDate", List.of("Friday, January 7, 2028"));
    samples.put("untilTime", List.of("6:00 PM"));
    samples.put("forDoctor", List.of(true));
    samples.put("asked", List.of("A wedding"));
    samples.put("placeTime", List.of("Monday, January 3, 2028, 4:15 AM"));
    samples.put("hours", List.of("24"));
    samples.put("calendar", List.of("Praxis & Privat"));
    samples.put("link", List.of("https://book.example/set-password#abc"));
    samples.put("optOut", List.of("https://book.example/opt-out?token=abc"));
    samples.put("video", List.of(true));
    samples.put("phone", List.of(true));
    samples.put("join", List.of("https://meet.example/0b7c"));
    samples.put("joinLater", List.of(true));
    samples.put("weCall", List.of("567"));
    samples.put("youCall", List.of("+49 30 901820"));
    samples.put("numberMissing", List.of(true));
    samples.put("price", List.of("€45.00"));
    samples.put("whatToBring", List.of("insurance card; do not eat for 8 hours before"));
    samples.put("cancelUntil", List.of("Sunday, January 2, 2028, 10:15 AM"));
    samples.put("tooLateToCancel", List.of(true));
    samples.put("reason", List.of("The doctor is ill"));
    samples.put("visits", List.of(List.of(visit("3")), List.of(visit("3"), visit("4"))));
    return samples;
  }

  private static Map<String, Object> visit(String day) {
    return Map.of(
        "date", "Monday, January " + day + ", 2028", "time", "10:15 AM", "type", "Zahnkontrolle");
  }

  /** The facts that a template's text names. */
  static Set<String> namedIn(String text) {
    Set<String> named = new LinkedHashSet<>();
    for (Matcher name = NAMED.matcher(text); name.find(); ) {
      named.add(name.group(1));
    }
    return named;
  }

  /** Every combination of named facts that are present or absent, lists of one and of many. */
  static List<Map<String, Object>> combinationsOf(Set<String> named) {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(Map.of());
    for (List<Set<String>> group : GROUPS) {
      all = each(all, waysOf(group, named));
    }
    for (String name : named) {
      if (GROUPS.stream().flatMap(List::stream).noneMatch(ways -> ways.contains(name))) {
        all = each(all, waysOf(name));
      }
    }
    return all;
  }

  private static List<Map<String, Object>> each(
      List<Map<String, Object>> all, Collection<Map<String, Object>> ways) {
    return all.stream().flatMap(facts -> ways.stream().map(way -> both(facts, way))).toList();
  }

  private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static Set<Map<String, Object>> waysOf(List<Set<String>> group, Set<String> named) {
    return group.stream()
        .map(
            present ->
                present.stream()
                    .filter(named::contains)
                    .collect(Collectors.toMap(name -> name, name -> samplesOf(name).get(0))))
        .collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> waysOf(String name) {
    List<Map<String, Object>> ways = new ArrayList<>();
    if (!ALWAYS.contains(name)) {
      ways.add(Map.of(name, samplesOf(name).get(0) instanceof List ? List.of() : ""));
    }
    samplesOf(name).forEach(sample -> ways.add(Map.of(name, sample)));
    return ways;
  }

  private static List<Object> samplesOf(String name) {
    return Objects.requireNonNull(SAMPLES.get(name), "no sample of the fact " + name);
  }
}
