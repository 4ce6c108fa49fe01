package medic.query.patients;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds patients, and opens their profiles as they are stored now. */
@Component
class PatientSearch {

  private final PatientIndex index;
  private final PatientRows rows;
  private final Treatment treatment;
  private final SealedData personal;

  PatientSearch(PatientIndex index, PatientRows rows, Treatment treatment, SealedData personal) {
    this.index = index;
    this.rows = rows;
    this.treatment = treatment;
    this.personal = personal;
  }

  @QueryHandler
  PatientsFound handle(FindPatients query) {
    Collection<UUID> among =
        query.onBehalfOf() == null ? null : treatment.patientsOf(query.onBehalfOf());
    PatientWordsIndex.Found found = index.find(query.words(), query.limit(), among);
    Map<UUID, PatientRows.Row> stored = new HashMap<>();
    personal.expect(found.patients());
    rows.of(found.patients()).forEach(row -> stored.put(row.patient(), row));
    List<PatientsFound.Match> matches =
        found.patients().stream()
            .map(stored::get)
            .filter(Objects::nonNull)
            .map(this::match)
            .filter(Objects::nonNull)
            .toList();
    return new PatientsFound(matches, found.total());
  }

  private PatientsFound.@Nullable Match match(PatientRows.Row row) {
    PatientProfile profile =
        row.erased()
            ? null
            : new PatientWords(personal).opened(row.profile(), PatientProfile.class);
    return profile == null
        ? null
        : new PatientsFound.Match(
            new PatientId(row.patient()), profile.fullName(), profile.email(), profile.phone());
  }
}
