package medic.sagas.messages.contacts;

import java.util.List;
import java.util.UUID;
import medic.events.id.PatientId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose a phone number is, by its keyed hash: the number itself is only in the sealed profile. An
 * erased patient is found by none.
 */
@Component
public class PhoneIndex {

  private final JdbcTemplate jdbc;
  private final PhoneHashes hashes;

  public PhoneIndex(JdbcTemplate jdbc, PhoneHashes hashes) {
    this.jdbc = jdbc;
    this.hashes = hashes;
  }

  /** What is stored of a number, in E.164. */
  String hash(String e164) {
    return hashes.hash(e164);
  }

  /** Notes a patient's number as it is read now; answers whether it was read otherwise before. */
  boolean note(PatientId patient, String e164) {
    String hash = hash(e164);
    return jdbc.update(
            """
            update work.contact_patient set phone_hash = ?
            where patient_id = ? and phone_hash is distinct from ?
            """,
            hash,
            patient.value(),
            hash)
        == 1;
  }

  public void forget(PatientId patient) {
    jdbc.update(
        "update work.contact_patient set phone_hash = null where patient_id = ?", patient.value());
  }

  /** Everybody who gave a number, in E.164. */
  List<PatientId> ownersOf(String e164) {
    return jdbc
        .queryForList(
            "select patient_id from work.contact_patient where phone_hash = ?",
            UUID.class,
            hash(e164))
        .stream()
        .map(PatientId::new)
        .toList();
  }
}
