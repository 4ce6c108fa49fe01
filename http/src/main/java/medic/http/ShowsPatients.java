package medic.http;

import java.util.Set;
import medic.events.id.PatientId;

/** An answer that shows data of patients whom the request's address does not name. */
public interface ShowsPatients {

  Set<PatientId> patientsShown();
}
