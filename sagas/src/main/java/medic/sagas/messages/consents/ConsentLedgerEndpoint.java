package medic.sagas.messages.consents;

import static medic.http.Access.Own.PATIENT_IN_PATH;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.http.Access;
import medic.http.Role;
import medic.sagas.messages.contacts.Contacts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/patients/{patientId}/consents}: what holds now, and how it came about. */
@RestController
class ConsentLedgerEndpoint {

  private final Contacts contacts;

  ConsentLedgerEndpoint(Contacts contacts) {
    this.contacts = contacts;
  }

  record Ledger(Map<NotificationChannel, Boolean> allowed, List<Contacts.ConsentEntry> entries) {}

  @GetMapping("/api/patients/{patientId}/consents")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.PATIENT},
      own = PATIENT_IN_PATH)
  Ledger ledger(@PathVariable PatientId patientId) {
    List<Contacts.ConsentEntry> entries = contacts.consents(patientId);
    Map<NotificationChannel, Boolean> allowed =
        NotificationChannel.automatic().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), channel -> contacts.mayReach(patientId, channel)));
    return new Ledger(allowed, entries);
  }
}
