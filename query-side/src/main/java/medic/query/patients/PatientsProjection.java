package medic.query.patients;

import java.util.Objects;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.query.Projection;
import medic.query.SealedData;
import medic.query.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Patients' profiles, which stay sealed. */
@Component
@ProcessingGroup(PatientsProjection.GROUP)
public class PatientsProjection extends Projection {

  public static final String GROUP = "patients";

  private final PatientEntries entries;
  private final SealedData personal;

  PatientsProjection(WriteBehind tables, PatientEntries entries, SealedData personal) {
    super(tables);
    this.entries = entries;
    this.personal = personal;
  }

  @EventHandler
  void on(PatientRegistered event) {
    save(event.patientId(), event.profile());
  }

  @EventHandler
  void on(PatientProfileRevised event) {
    save(event.patientId(), event.profile());
  }

  @ResetHandler
  void reset() {
    entries.deleteAllInBatch();
  }

  private void save(PatientId patient, Personal<PatientProfile> profile) {
    String sealed = Objects.requireNonNull(personal.seal(profile));
    entries.save(new PatientEntry(patient.value(), sealed));
  }
}
