package medic.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {

  @TestFactory
  Stream<DynamicTest> engineMeetsEveryVector() {
    return cases().map(one -> DynamicTest.dynamicTest(one.title(), () -> engineMeets(one)));
  }

  @TestFactory
  Stream<DynamicTest> oracleMeetsEveryVector() {
    return cases().map(one -> DynamicTest.dynamicTest(one.title(), () -> oracleMeets(one)));
  }

  private static void engineMeets(VectorCase one) {
    Scenario asked = one.scenario();
    var slots =
        Availability.slots(
            asked.hours(), asked.occupancy(), asked.rules(), asked.window(), asked.now());
    assertThat(one.starts(slots)).isEqualTo(one.expected());
  }

  private static void oracleMeets(VectorCase one) {
    assertThat(one.starts(new Oracle(one.scenario()).slots())).isEqualTo(one.expected());
  }

  private static Stream<VectorCase> cases() {
    var vectors = Json.resource("vectors/availability.json").get("vectors");
    assertThat(vectors.size()).isGreaterThanOrEqualTo(27);
    return StreamSupport.stream(vectors.spliterator(), false).map(VectorCase::new);
  }
}
