package medic.trials.bench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medic.http.Access;
import medic.http.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an availability query is measured against: the same number of slots, through the same
 * filters and the same JSON, asked of nobody. There during a benchmark only.
 */
@RestController
class ConstantEndpoint {

  record ConstantSlot(
      Instant startsAt,
      Instant endsAt,
      UUID locationId,
      UUID roomId,
      UUID appointmentTypeId,
      int capacityLeft) {}

  record ConstantSlots(List<ConstantSlot> slots) {}

  private static final int SLOTS = 188;

  private final ConstantSlots answer;

  ConstantEndpoint() {
    Instant first = Instant.parse("2030-01-01T00:00:00Z");
    UUID id = new UUID(1, 2);
    answer =
        new ConstantSlots(
            IntStream.range(0, SLOTS)
                .mapToObj(
                    slot ->
                        new ConstantSlot(
                            first.plusSeconds(1800L * slot),
                            first.plusSeconds(1800L * slot + 1800),
                            id,
                            id,
                            id,
                            1))
                .toList());
  }

  @GetMapping("/api/bench/constant")
  @Access({Role.ADMIN, Role.DOCTOR, Role.PATIENT, Role.AUDITOR})
  ConstantSlots constant() {
    return answer;
  }
}
