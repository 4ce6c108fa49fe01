package medic.query.patients;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;

/**
 * The patients that match best, the best one first.
 *
 * @param total how many match; where that is more than are shown, more words find fewer
 */
public record PatientsFound(List<Match> items, long total) implements ShowsPatients {

  /** One of them, to be told apart from others of the same name. */
  public record Match(
      PatientId patientId, String fullName, @Nullable String email, @Nullable String phone) {}

  @Override
  public Set<PatientId> patientsShown() {
    return items.stream().map(Match::patientId).collect(Collectors.toSet());
  }
}
