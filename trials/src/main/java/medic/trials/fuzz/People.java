package medic.trials.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import medic.trials.chaos.Practice;

/** Who calls, with which token, and which ids exist. */
final class People {

  /**
   * Somebody who calls.
   *
   * @param token empty for nobody
   * @param self the patient that the caller is; empty for others
   */
  record Role(String name, String token, String self) {}

  private final Practice practice;
  private final List<Role> roles;
  private final Map<String, List<String>> ids;

  People(Practice practice, List<Role> roles, List<String> appointments) {
    this.practice = practice;
    this.roles = List.copyOf(roles);
    this.ids =
        Map.of(
            "doctorId", practice.doctors().stream().map(Practice.Doctor::id).toList(),
            "patientId", practice.patients().stream().map(Practice.Patient::id).toList(),
            "locationId", practice.doctors().stream().map(Practice.Doctor::location).toList(),
            "roomId", practice.doctors().stream().map(Practice.Doctor::room).toList(),
            "appointmentTypeId", practice.doctors().stream().map(Practice.Doctor::type).toList(),
            "appointmentId", appointments);
  }

  List<Role> roles() {
    return roles;
  }

  List<String> patients() {
    return practice.patients().stream().map(Practice.Patient::id).toList();
  }

  /** One that exists, where ids of that name are known. */
  String idFor(String name, SplittableRandom random) {
    List<String> known =
        ids.entrySet().stream()
            .filter(
                entry ->
                    name.toLowerCase(java.util.Locale.ROOT)
                        .contains(entry.getKey().toLowerCase(java.util.Locale.ROOT)))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(List.of());
    List<String> all = known.isEmpty() ? allIds() : known;
    return all.get(random.nextInt(all.size()));
  }

  private List<String> allIds() {
    List<String> all = new ArrayList<>();
    ids.values().forEach(all::addAll);
    return all;
  }

  String someStart(SplittableRandom random) {
    return Instant.now()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(48L + random.nextInt(2000), ChronoUnit.HOURS)
        .toString();
  }
}
