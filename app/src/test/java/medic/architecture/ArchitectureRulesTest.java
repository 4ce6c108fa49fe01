package medic.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.architecture.violations.availability.KnowsIds;
import medic.architecture.violations.booking.a.LogsTheOldWay;
import medic.architecture.violations.booking.a.ReadsTheClock;
import medic.architecture.violations.booking.a.ThrowsDice;
import medic.architecture.violations.booking.b.GoesRound;
import medic.architecture.violations.booking.c.GoesBack;
import medic.architecture.violations.booking.http.OpenDoor;
import medic.architecture.violations.command.KnowsEventRecords;
import medic.architecture.violations.events.KnowsSpring;
import medic.architecture.violations.log.tree.KnowsSlf4j;
import medic.architecture.violations.personal.KnowsEvents;
import medic.architecture.violations.query.a.KnowsCommands;
import medic.architecture.violations.sagas.KnowsAggregates;
import medic.architecture.violations.sagas.KnowsTheApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls stand, and each would be noticed if somebody broke through it. */
class ArchitectureRulesTest {
  private static final ArchitectureRules HOUSE = new ArchitectureRules("medic");
  private static final ArchitectureRules RUIN =
      new ArchitectureRules("medic.architecture.violations");

  /** By which class each rule is broken. */
  private static final Map<String, Class<?>[]> BROKEN_BY =
      Map.ofEntries(
          breaks("the engine knows the JDK only", KnowsIds.class),
          breaks("what is stored knows no framework", KnowsSpring.class),
          breaks("personal data is below everything", KnowsEvents.class),
          breaks(
              "how people are reached is below everything",
              medic.architecture.violations.contact.KnowsEvents.class),
          breaks("the log's tree knows the JDK only", KnowsSlf4j.class),
          breaks(
              "the log is below everything", medic.architecture.violations.log.KnowsEvents.class),
          breaks(
              "the web basics know no side", medic.architecture.violations.http.KnowsQueries.class),
          breaks(
              "dead letters know no side",
              medic.architecture.violations.deadletters.KnowsViews.class),
          breaks("the contract of commands names no event", KnowsEventRecords.class),
          breaks(
              "who decides does not read views",
              medic.architecture.violations.booking.a.KnowsQueries.class),
          breaks("who reads does not write", KnowsCommands.class),
          breaks("a saga sends commands", KnowsAggregates.class),
          breaks("only the application knows its wiring", KnowsTheApp.class),
          breaks("time is given", ReadsTheClock.class),
          breaks("chance is given", ThrowsDice.class),
          breaks("one logging API", LogsTheOldWay.class),
          breaks("packages have a direction", GoesRound.class, GoesBack.class),
          breaks("every door says who may pass", OpenDoor.class));

  private static Map.Entry<String, Class<?>[]> breaks(String rule, Class<?>... violations) {
    return Map.entry(rule, violations);
  }

  static Set<String> rules() {
    return HOUSE.rules().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aWallStands(String rule) {
    HOUSE.rules().get(rule).check(MainClasses.ALL);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aWallNoticesWhoBreaksThroughIt(String rule) {
    Class<?>[] violations = BROKEN_BY.get(rule);
    assertThat(violations).as("say which class breaks: " + rule).isNotNull();
    EvaluationResult result =
        RUIN.rules().get(rule).evaluate(new ClassFileImporter().importClasses(violations));
    assertThat(result.getFailureReport().getDetails())
        .as(rule)
        .isNotEmpty()
        .anyMatch(detail -> detail.contains(violations[0].getSimpleName()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aWallThatStandsNowhereIsNoWall(String rule) {
    ArchRule elsewhere = new ArchitectureRules("no.such.house").rules().get(rule);
    assertThatThrownBy(() -> elsewhere.check(MainClasses.ALL))
        .as(rule)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  static List<ArchRule> directions() {
    return HOUSE.directions();
  }

  @ParameterizedTest
  @MethodSource("directions")
  void modulesAndTheirPackagesHaveADirection(ArchRule direction) {
    direction.check(MainClasses.ALL);
  }

  @Test
  void everyModuleIsSeen() {
    assertThat(
            MainClasses.ALL.stream().map(type -> type.getPackageName().split("\\.")[1]).distinct())
        .contains(
            "availability", "personal", "events", "http", "command", "booking", "query", "sagas")
        .contains("app", "log", "contact")
        .doesNotContain("architecture");
  }
}
