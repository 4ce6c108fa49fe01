package medic.sagas.messages.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.contact.PhoneNumbers;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentSource;
import medic.events.consent.ConsentWithdrawn;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.ErasureGround;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.personal.Value;
import medic.sagas.messages.outbox.TestSealing;
import medic.sagas.messages.sending.SagaDatabase;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@Tag("server")
class ContactBookTest {

  private static final PatientId PATIENT = new PatientId(new UUID(6, 1));

  private static final AppointmentTypeId TYPE = new AppointmentTypeId(new UUID(6, 2));
  private static final String LINK = "https://meet.example/{appointmentId}";
  private static final String NUMBER = "030 901820";

  private static final NotificationChannel SMS = NotificationChannel.SMS;
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final JdbcTemplate jdbc = new JdbcTemplate(SagaDatabase.dataSource());
  private final SealedJson sealed =
      new SealedJson(JsonMapper.builder().addModule(TestSealing.module()).build());
  private final PhoneNumbers numbers = new PhoneNumbers("DE");
  private final PhoneHashes hashes = new PhoneHashes(new SagaSecret(new byte[32]));
  private final ContactBook book =
      new ContactBook(jdbc, sealed, numbers, new PhoneIndex(jdbc, hashes));
  private final Contacts contacts =
      new Contacts(jdbc, sealed, numbers, new PhoneIndex(jdbc, hashes));

  @BeforeEach
  void empty() {
    jdbc.execute("truncate work.contact_patient, work.consent_entry");
    jdbc.update("delete from work.contact_type where type_id = ?", TYPE.value());
  }

  @Test
  void findsWhoIsSentATextByItsNumberHoweverItWasNotedBefore() {
    PatientProfile ann = profile("030 901820", Map.of());
    save(ann, NOW);
    jdbc.update("update work.contact_patient set phone_hash = 'of another country'");
    assertThat(contacts.byPhone("+4930901820")).isEmpty();

    assertThat(contacts.textNumber(PATIENT, ann)).contains("+4930901820");

    assertThat(contacts.byPhone("+4930901820")).containsExactly(PATIENT);
    assertThat(contacts.textNumber(PATIENT, profile("+999 12345", Map.of()))).isEmpty();
  }

  @Test
  void tellsTheLastWordOfProfileAndLedgerAlike() {
    save(profile("030 901820", Map.of("sms", true)), NOW);
    enter(new ConsentWithdrawn(PATIENT, SMS, ConsentSource.KEYWORD), NOW.minusSeconds(1));
    assertSms(false);
    enter(new ConsentGiven(PATIENT, SMS, ConsentSource.ACCOUNT), NOW.plusSeconds(1));
    assertSms(true);
    save(profile("030 901820", Map.of("sms", false)), NOW.plusSeconds(2));
    assertSms(false);
  }

  @Test
  void takesANoOfUnknownDateForTheLastWord() {
    save(profile("030 901820", Map.of("sms", false)), NOW);
    enter(new ConsentGiven(PATIENT, SMS, ConsentSource.KEYWORD), NOW);
    jdbc.update("update work.contact_patient set saved_at = null");
    assertSms(false);
  }

  private void assertSms(boolean wanted) {
    PatientProfile held = contacts.patient(PATIENT).flatMap(Value::toOptional).orElseThrow();
    assertThat(held.communicationPreferences()).containsEntry("sms", wanted);
    assertThat(contacts.mayReach(PATIENT, SMS)).isEqualTo(wanted);
    assertThat(CommunicationPreferences.of(held).channels().contains(SMS)).isEqualTo(wanted);
  }

  private void enter(ConsentEvent consent, Instant at) {
    book.on(consent, GenericEventMessage.asEventMessage(consent), at);
  }

  private void save(PatientProfile profile, Instant at) {
    book.on(new PatientProfileRevised(PATIENT, Personal.of(PATIENT.value(), profile)), at);
  }

  private static PatientProfile profile(String phone, Map<String, Object> preferences) {
    return new PatientProfile("Ann", "ann@example.org", phone, null, null, preferences, null);
  }

  @Test
  void forgetsTheNumberOfAnErasedPatientWhoseChangeOfProfileComesLate() {
    save(profile("+4930901820", Map.of()), NOW);
    assertThat(hash()).isNotNull();

    book.on(new PatientErased(PATIENT, ErasureGround.PATIENT_REQUEST));

    assertThat(hash()).isNull();
  }

  /** Booked visits keep their mode, and are joined as it says. */
  @Test
  void keepsTheLastLinkAndNumberOfATypeWhoseModeHasNone() {
    List<AppointmentTypeDefined> past =
        List.of(
            type(ConsultationMode.VIDEO, LINK, null),
            type(ConsultationMode.IN_PERSON, null, null),
            type(ConsultationMode.PHONE, null, NUMBER),
            type(ConsultationMode.IN_PERSON, null, null));
    for (int time = 1; time <= 2; time++) {
      past.forEach(book::on);
      assertThat(noted().joinUrl()).as("time %d", time).contains(LINK);
      assertThat(noted().callNumber()).as("time %d", time).contains("+4930901820");
    }

    book.on(type(ConsultationMode.VIDEO, null, null));
    assertThat(noted().joinUrl()).as("taken away by who could name one").isEmpty();
    assertThat(noted().callNumber()).contains("+4930901820");
    book.on(type(ConsultationMode.PHONE, null, null));
    assertThat(noted().callNumber()).isEmpty();
  }

  private Contacts.VisitType noted() {
    return contacts.type(TYPE).orElseThrow();
  }

  private static AppointmentTypeDefined type(ConsultationMode mode, String link, String number) {
    return new AppointmentTypeDefined(
        new DoctorId(TYPE.value()),
        TYPE,
        new AppointmentTerms(
            "talk", "Talk", null, 30, 0, 0, null, null, mode, List.of(), null, null, true, true, 0,
            null, null, false, link, number, null, null));
  }

  private String hash() {
    return jdbc.queryForObject(
        "select phone_hash from work.contact_patient where patient_id = ?",
        String.class,
        PATIENT.value());
  }
}
