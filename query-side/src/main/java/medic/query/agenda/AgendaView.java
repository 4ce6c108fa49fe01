package medic.query.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;

/** All that touches [from, to) in a doctor's agenda, by start. */
public record AgendaView(
    DoctorId doctorId, ZoneId timezone, Instant from, Instant to, List<AgendaEntryView> entries)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return entries.stream()
        .map(AgendaEntryView::patientId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
