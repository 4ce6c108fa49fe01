package medic.query.appointments;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;

/**
 * A page of appointments, by start; {@code nextCursor} asks for the next one and is absent on the
 * last.
 *
 * @param total how many there are on all pages
 */
public record AppointmentsFound(
    List<AppointmentView> items, long total, @Nullable String nextCursor) implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return items.stream().map(AppointmentView::patientId).collect(Collectors.toSet());
  }
}
