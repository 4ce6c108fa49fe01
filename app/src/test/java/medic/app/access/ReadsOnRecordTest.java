package medic.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import medic.app.journey.TestServer;
import medic.events.id.PatientId;
import medic.http.Page;
import medic.http.ShowsPatients;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No endpoint shows patients without telling whom: else the read would not be on record. */
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

  @Test
  void findsAnAnswerThatDoesNot() throws Exception {
    record Within(PatientId patientId) {}

    record Silent(java.util.List<Within> visits) {}

    class Endpoint {
      @SuppressWarnings("unused")
      Page<Silent> read() {
        throw new UnsupportedOperationException();
      }
    }
    Method read = Endpoint.class.getDeclaredMethod("read");

    assertThat(namesPatientsSilently(read.getGenericReturnType(), new HashSet<>())).isTrue();
  }

  private static void addIfSilent(RequestMappingInfo route, HandlerMethod method, Set<String> to) {
    boolean reads = route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    Set<String> patterns = route.getPatternValues();
    boolean namesThem = patterns.stream().allMatch(pattern -> pattern.contains("{patientId}"));
    Type answer = method.getMethod().getGenericReturnType();
    if (reads && !namesThem && namesPatientsSilently(answer, new HashSet<>())) {
      to.addAll(patterns);
    }
  }

  private static boolean namesPatientsSilently(Type answer, Set<Type> seen) {
    if (answer == PatientId.class) {
      return true;
    }
    if (!seen.add(answer)) {
      return false;
    }
    return within(answer).anyMatch(part -> namesPatientsSilently(part, seen));
  }

  /** What a type is made of; nothing of one that tells whom it shows. */
  private static Stream<Type> within(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          Stream.of(generic.getActualTypeArguments()), within(generic.getRawType()));
    } else if (type instanceof WildcardType any) {
      return Stream.of(any.getUpperBounds());
    }
    return type instanceof Class<?> record
            && record.isRecord()
            && !ShowsPatients.class.isAssignableFrom(record)
        ? Stream.of(record.getRecordComponents()).map(RecordComponent::getGenericType)
        : Stream.empty();
  }
}
