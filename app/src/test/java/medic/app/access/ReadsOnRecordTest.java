package medic.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import medic.app.journey.TestServer;
import medic.events.id.PatientId;
import medic.http.Page;
import medic.http.ShowsPatients;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No endpoint shows patients without telling whom: else the read would not be on record. */
@Tag("server")
class ReadsOnRecordTest {

  /** Puts its reads on record itself, as reads of the log. */
  private static final Set<String> THE_LOG = Set.of("/api/audit/events");

  @Test
  void everyAnswerThatNamesPatientsTellsWhom() {
    Set<String> silent = new TreeSet<>();
    try (TestServer server = TestServer.start()) {
      server
          .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
          .getHandlerMethods()
          .forEach((route, method) -> addIfSilent(route, method, silent));
    }

    assertThat(silent).isEqualTo(THE_LOG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ofIds", "ofOthersPage"})
  void findsAnAnswerThatDoesNot(String read) throws Exception {
    record Within(PatientId patientId) {}

    record Silent(List<Within> visits) {}

    record Telling(Set<PatientId> patientsShown) implements ShowsPatients {}

    record OthersPage(List<Telling> items) {}

    @SuppressWarnings("unused")
    class Endpoint {
      Page<Silent> ofIds() {
        throw new UnsupportedOperationException();
      }

      OthersPage ofOthersPage() {
        throw new UnsupportedOperationException();
      }

      Page<Telling> telling() {
        throw new UnsupportedOperationException();
      }
    }

    assertThat(namesPatientsSilently(answerOf(Endpoint.class, read))).isTrue();
    assertThat(namesPatientsSilently(answerOf(Endpoint.class, "telling"))).isFalse();
  }

  private static Type answerOf(Class<?> endpoint, String read) throws NoSuchMethodException {
    return endpoint.getDeclaredMethod(read).getGenericReturnType();
  }

  private static void addIfSilent(RequestMappingInfo route, HandlerMethod method, Set<String> to) {
    boolean reads = route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    Set<String> patterns = route.getPatternValues();
    boolean namesThem = patterns.stream().allMatch(pattern -> pattern.contains("{patientId}"));
    Type answer = method.getMethod().getGenericReturnType();
    if (reads && !namesThem && namesPatientsSilently(answer)) {
      to.addAll(patterns);
    }
  }

  /** What is told of is what {@code ReadsOnRecord} finds: alone, or item by item. */
  private static boolean namesPatientsSilently(Type answer) {
    if (answer instanceof ParameterizedType generic && isListing(generic.getRawType())) {
      return namesPatientsSilently(generic.getActualTypeArguments()[0]);
    }
    return !showsPatients(answer) && namesPatients(answer, new HashSet<>());
  }

  private static boolean isListing(Type type) {
    return type == Page.class
        || type == ResponseEntity.class
        || type instanceof Class<?> listed && Iterable.class.isAssignableFrom(listed);
  }

  private static boolean showsPatients(Type type) {
    if (type instanceof ParameterizedType generic) {
      return showsPatients(generic.getRawType());
    }
    return type instanceof Class<?> shown && ShowsPatients.class.isAssignableFrom(shown);
  }

  private static boolean namesPatients(Type type, Set<Type> seen) {
    if (type == PatientId.class || showsPatients(type)) {
      return true;
    }
    return seen.add(type) && within(type).anyMatch(part -> namesPatients(part, seen));
  }

  /** What a type is made of. */
  private static Stream<Type> within(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          Stream.of(generic.getActualTypeArguments()), within(generic.getRawType()));
    } else if (type instanceof WildcardType any) {
      return Stream.of(any.getUpperBounds());
    }
    return type instanceof Class<?> record && record.isRecord()
        ? Stream.of(record.getRecordComponents()).map(RecordComponent::getGenericType)
        : Stream.empty();
  }
}
