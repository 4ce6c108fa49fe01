package medic.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import medic.http.Access;
import medic.http.Public;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The fine walls of the house, as rules over the packages below a root: the house's own, and that
 * of the classes that break them.
 */
final class ArchitectureRules {
  /** Whoever reads a clock or throws dice outside the application's wiring, and why. */
  private static final Map<String, String> MAY_READ_CLOCKS =
      Map.of("http.Failures", "a fault gets a number for the log");

  /** The modules whose root package is divided further. */
  private static final List<String> DIVIDED =
      List.of("log", "events", "command", "booking", "query", "sagas", "app");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root + ".";
  }

  /** A rule by its name, as a sentence. */
  Map<String, ArchRule> rules() {
    return Map.ofEntries(
        Map.entry("the engine knows the JDK only", availability()),
        Map.entry("what is stored knows no framework", events()),
        Map.entry("personal data is below everything", personalData()),
        Map.entry("how people are reached is below everything", contact()),
        Map.entry("the log's tree knows the JDK only", logTree()),
        Map.entry("the log is below everything", log()),
        Map.entry("the web basics know no side", http()),
        Map.entry("dead letters know no side", deadLetters()),
        Map.entry("the contract of commands names no event", contract()),
        Map.entry("who decides does not read views", commandSide()),
        Map.entry("who reads does not write", querySide()),
        Map.entry("a saga sends commands", sagas()),
        Map.entry("only the application knows its wiring", app()),
        Map.entry("time is given", timeIsGiven()),
        Map.entry("chance is given", chanceIsGiven()),
        Map.entry("one logging API", oneLoggingApi()),
        Map.entry("packages have a direction", direction()),
        Map.entry("every door says who may pass", doors()));
  }

  private String in(String module) {
    return root + module + "..";
  }

  private String[] in(String... modules) {
    return Stream.of(modules).map(this::in).toArray(String[]::new);
  }

  private ArchRule availability() {
    return classes()
        .that()
        .resideInAPackage(in("availability"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", in("availability"));
  }

  private ArchRule events() {
    return classes()
        .that()
        .resideInAPackage(in("events"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.fasterxml.jackson.annotation..",
            "org.axonframework.serialization..",
            in("events"),
            in("personal"));
  }

  private ArchRule personalData() {
    return none("personal", "availability", "events", "http", "command", "booking", "query", "app");
  }

  private ArchRule contact() {
    return classes()
        .that()
        .resideInAPackage(in("contact"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "jakarta.validation..",
            "com.ibm.icu..",
            "com.google.i18n.phonenumbers..",
            in("contact"));
  }

  private ArchRule logTree() {
    return classes()
        .that()
        .resideInAnyPackage(in("log.tree", "log.note", "log.event"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of("java..", "org.jspecify.."),
                    Stream.of(in("log.tree", "log.note", "log.event")))
                .toArray(String[]::new));
  }

  private ArchRule log() {
    return none(
        "log",
        "availability",
        "personal",
        "events",
        "http",
        "command",
        "booking",
        "query",
        "sagas",
        "app");
  }

  private ArchRule http() {
    return none("http", "availability", "command", "booking", "query", "sagas", "app");
  }

  private ArchRule deadLetters() {
    return none(
        "deadletters", "availability", "http", "command", "booking", "query", "sagas", "app");
  }

  private ArchRule contract() {
    DescribedPredicate<JavaClass> event =
        resideInAPackage(in("events"))
            .and(not(resideInAPackage(in("events.id"))))
            .and(not(describe("enums", JavaClass::isEnum)));
    return noClasses()
        .that()
        .resideInAPackage(in("command"))
        .should()
        .dependOnClassesThat(
            event
                .or(resideInAnyPackage(in("availability", "booking", "query", "sagas", "app")))
                .as("are events, or of another module"));
  }

  private ArchRule commandSide() {
    return none("booking", "query", "sagas", "app");
  }

  private ArchRule querySide() {
    return none("query", "command", "booking", "sagas", "app");
  }

  private ArchRule sagas() {
    return none("sagas", "booking", "query", "availability", "app");
  }

  private ArchRule app() {
    return noClasses()
        .that(everywhereButIn("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("app"));
  }

  private ArchRule none(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(in(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(others));
  }

  private ArchRule timeIsGiven() {
    return noClasses()
        .that(everywhereButIn("app", "personal"))
        .should()
        .accessTargetWhere(describe("a clock is read", ArchitectureRules::readsAClock));
  }

  private ArchRule chanceIsGiven() {
    return noClasses()
        .that(everywhereButIn("app", "personal"))
        .should()
        .accessTargetWhere(describe("dice are thrown", ArchitectureRules::throwsDice));
  }

  private DescribedPredicate<JavaClass> everywhereButIn(String... modules) {
    return describe(
        "are not in " + String.join(", ", modules),
        type ->
            type.getPackageName().startsWith(root)
                && Stream.of(in(modules)).noneMatch(p -> resideInAPackage(p).test(type))
                && MAY_READ_CLOCKS.keySet().stream()
                    .noneMatch(n -> type.getName().equals(root + n)));
  }

  private static boolean readsAClock(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    return owner.getPackageName().equals("java.time")
            && name.equals("now")
            && !access.getTarget().getFullName().contains(Clock.class.getName())
        || owner.isEquivalentTo(Clock.class)
            && (name.startsWith("system") || name.startsWith("tick"))
        || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
        || owner.isEquivalentTo(java.util.Date.class) && name.equals("<init>");
  }

  private static boolean throwsDice(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    return Set.of(
                "java.util.UUID.randomUUID()",
                "java.lang.Math.random()",
                Random.class.getName() + ".<init>()")
            .contains(target)
        || access.getTargetOwner().isEquivalentTo(ThreadLocalRandom.class);
  }

  private ArchRule oneLoggingApi() {
    return noClasses()
        .that(everywhereButIn())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..");
  }

  private ArchRule direction() {
    return slices().matching(root + "booking.(*)..").should().beFreeOfCycles();
  }

  /** The modules have a direction, and so have the packages within each. */
  List<ArchRule> directions() {
    return Stream.concat(Stream.of("(*).."), DIVIDED.stream().map(module -> module + ".(*).."))
        .<ArchRule>map(slices -> slices().matching(root + slices).should().beFreeOfCycles())
        .toList();
  }

  private ArchRule doors() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + ".")
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(RestController.class)
        .and()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should()
        .beAnnotatedWith(Access.class)
        .orShould()
        .beAnnotatedWith(Public.class)
        .orShould()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(Public.class);
  }
}
