package medic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.architecture.violations.ForgetsAnEvent;
import medic.events.appointment.AppointmentEvent;
import org.junit.jupiter.api.Test;

/**
 * Whoever tells events of a family apart decides on each of them: those that are handled stand in
 * the code, those that are passed over, or fare as all the rest does, in {@code
 * events-passed-over.txt}, one line for each consumer and family. An event that is added to a
 * family is in neither, and fails here with the names of those who have to decide. {@code
 * -Dmedic.consumers.write=true} writes the file anew: read its difference, line by line, before it
 * is committed.
 */
class EventConsumersTest {

  private static final Path PASSED_OVER =
      Path.of("src", "test", "resources", "events-passed-over.txt");

  @Test
  void everyConsumerDecidesOnEveryEventOfItsFamilies() throws Exception {
    Map<String, Set<String>> unhandled = unhandled(MainClasses.ALL);
    if (Boolean.getBoolean("medic.consumers.write")) {
      Files.write(PASSED_OVER, lines(unhandled));
    }
    assertThat(objections(unhandled, read(PASSED_OVER))).isEmpty();
  }

  @Test
  void aConsumerThatForgetsAnEventIsNamed() {
    Map<String, Set<String>> unhandled =
        unhandled(new ClassFileImporter().importClasses(ForgetsAnEvent.class));
    String consumer = "medic.architecture.violations.ForgetsAnEvent: AppointmentEvent";
    assertThat(unhandled).containsOnlyKeys(consumer);
    Set<String> decided = new TreeSet<>(unhandled.get(consumer));
    decided.remove("AppointmentMissed");
    assertThat(objections(unhandled, Map.of(consumer, decided)))
        .containsExactly(consumer + " neither handles nor passes over AppointmentMissed");
  }

  @Test
  void whatIsHandledIsNotNamedAsPassedOver() {
    Map<String, Set<String>> unhandled =
        unhandled(new ClassFileImporter().importClasses(ForgetsAnEvent.class));
    String consumer = unhandled.keySet().iterator().next();
    Set<String> all =
        Stream.of(AppointmentEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(objections(unhandled, Map.of(consumer, all, "gone.Consumer: HoldEvent", Set.of())))
        .containsExactly(
            consumer + " handles AppointmentBooked, and is said to pass it over",
            "gone.Consumer: HoldEvent tells no events apart any more");
  }

  private static Map<String, Set<String>> unhandled(JavaClasses classes) {
    Map<String, Set<String>> unhandled = new TreeMap<>();
    classes.forEach(type -> unhandled.putAll(EventConsumer.unhandledBy(type)));
    return unhandled;
  }

  private static List<String> objections(
      Map<String, Set<String>> unhandled, Map<String, Set<String>> passedOver) {
    List<String> objections = new java.util.ArrayList<>();
    unhandled.forEach(
        (consumer, events) -> {
          Set<String> named = passedOver.getOrDefault(consumer, Set.of());
          events.stream()
              .filter(event -> !named.contains(event))
              .forEach(
                  event -> objections.add(consumer + " neither handles nor passes over " + event));
          named.stream()
              .filter(event -> !events.contains(event))
              .forEach(
                  event ->
                      objections.add(
                          consumer + " handles " + event + ", and is said to pass it over"));
        });
    passedOver.keySet().stream()
        .filter(consumer -> !unhandled.containsKey(consumer))
        .forEach(gone -> objections.add(gone + " tells no events apart any more"));
    return objections;
  }

  private static List<String> lines(Map<String, Set<String>> unhandled) {
    return unhandled.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + String.join(" ", entry.getValue()))
        .toList();
  }

  private static Map<String, Set<String>> read(Path file) throws Exception {
    Map<String, Set<String>> passedOver = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" = ?", 2);
      passedOver.put(
          parts[0],
          Stream.of(parts[1].split(" "))
              .filter(event -> !event.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return passedOver;
  }
}
