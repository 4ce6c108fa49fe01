package medic.sagas.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.sagas.notifications.SagaDatabase;
import medic.sagas.notifications.TestSealing;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class ContactBookTest {

  private static final PatientId PATIENT = new PatientId(new UUID(6, 1));

  private final JdbcTemplate jdbc = new JdbcTemplate(SagaDatabase.dataSource());
  private final ContactBook book =
      new ContactBook(
          jdbc,
          new SealedJson(JsonMapper.builder().addModule(TestSealing.module()).build()),
          new PhoneHashes(new SagaSecret(new byte[32])));

  @Test
  void forgetsTheNumberOfAnErasedPatientWhoseChangeOfProfileComesLate() {
    PatientProfile profile =
        new PatientProfile("Ann", "ann@example.org", "+4930901820", null, null, Map.of(), null);
    book.on(new PatientProfileRevised(PATIENT, Personal.of(PATIENT.value(), profile)));
    assertThat(hash()).isNotNull();

    book.on(new PatientErased(PATIENT, ErasureGround.PATIENT_REQUEST));

    assertThat(hash()).isNull();
  }

  private String hash() {
    return jdbc.queryForObject(
        "select phone_hash from work.contact_patient where patient_id = ?",
        String.class,
        PATIENT.value());
  }
}
