package medic.availability.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medic.availability.Availability;
import medic.availability.Slot;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BenchInputTest {

  static final List<String> NAMES = BenchInput.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void engineGivesTheKnownAnswer(String name) {
    BenchInput input = BenchInput.read(name);
    Scenario asked = input.scenario();
    assertKnown(
        input,
        Availability.slots(
            asked.hours(), asked.occupancy(), asked.rules(), asked.window(), asked.now()));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void oracleGivesTheKnownAnswer(String name) {
    BenchInput input = BenchInput.read(name);
    assertKnown(input, new Oracle(input.scenario()).slots());
  }

  private static void assertKnown(BenchInput input, List<Slot> slots) {
    assertThat(slots).hasSize(input.slotCount());
    assertThat(BenchInput.fingerprint(slots.stream().map(Slot::startsAt).toList()))
        .isEqualTo(input.sha256());
  }
}
