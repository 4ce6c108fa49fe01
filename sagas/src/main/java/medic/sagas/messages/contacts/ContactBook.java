package medic.sagas.messages.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medic.contact.PhoneNumbers;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.ConsultationMode;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.RemindersPlanned;
import medic.events.id.PatientId;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.personal.Value;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes whom messages may go to and what they may speak of. Replaying it changes nothing. */
@Component
@ProcessingGroup(ContactBook.GROUP)
public class ContactBook {

  /** All that leads to messages is handled in one group, so that contacts are there in time. */
  public static final String GROUP = "notifications";

  private static final List<String> TABLES =
      List.of(
          "contact_patient", "contact_doctor", "contact_type", "contact_place", "consent_entry");

  private final JdbcTemplate jdbc;
  private final SealedJson sealed;
  private final PhoneNumbers numbers;
  private final PhoneIndex phones;

  public ContactBook(
      JdbcTemplate jdbc, SealedJson sealed, PhoneNumbers numbers, PhoneIndex phones) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.numbers = numbers;
    this.phones = phones;
  }

  @EventHandler
  void on(DoctorRegistered doctor) {
    jdbc.update(
        """
        insert into work.contact_doctor (doctor_id, full_name, email, zone) values (?, ?, ?, ?)
        on conflict (doctor_id) do update
        set full_name = excluded.full_name, email = excluded.email, zone = excluded.zone
        """,
        doctor.doctorId().value(),
        doctor.fullName(),
        doctor.email(),
        doctor.timezone().getId());
  }

  @EventHandler
  void on(LocationAdded place) {
    jdbc.update(
        """
        insert into work.contact_place (location_id, name, address, city, country, zone)
        values (?, ?, ?, ?, ?, ?) on conflict (location_id) do nothing
        """,
        place.locationId().value(),
        place.name(),
        place.address(),
        place.city(),
        place.country(),
        place.timezone().getId());
  }

  /** Names and addresses that are mended are mended in what is yet to be sent. */
  @EventHandler
  void on(DoctorProfileRevised doctor) {
    jdbc.update(
        "update work.contact_doctor set full_name = ?, email = ?, zone = ? where doctor_id = ?",
        doctor.fullName(),
        doctor.email(),
        doctor.timezone().getId(),
        doctor.doctorId().value());
  }

  @EventHandler
  void on(LocationRevised place) {
    jdbc.update(
        """
        update work.contact_place set name = ?, address = ?, city = ?, country = ?, zone = ?
        where location_id = ?
        """,
        place.name(),
        place.address(),
        place.city(),
        place.country(),
        place.timezone().getId(),
        place.locationId().value());
  }

  /**
   * Visits that are booked keep their mode when their type gets another: the last link, and the
   * last number, stay where the new mode has none.
   */
  @EventHandler
  void on(AppointmentTypeDefined type) {
    ConsultationMode mode = type.terms().consultationMode();
    jdbc.update(
        """
        insert into work.contact_type as known
          (type_id, name, join_url, call_number, what_to_bring, min_notice_minutes)
        values (?, ?, ?, ?, ?, ?)
        on conflict (type_id) do update
        set name = excluded.name,
          join_url = case when ? then excluded.join_url
            else coalesce(excluded.join_url, known.join_url) end,
          call_number = case when ? then excluded.call_number
            else coalesce(excluded.call_number, known.call_number) end,
          what_to_bring = excluded.what_to_bring,
          min_notice_minutes = excluded.min_notice_minutes
        """,
        type.appointmentTypeId().value(),
        type.terms().name(),
        type.terms().joinUrl(),
        type.terms().callNumber(),
        type.terms().whatToBring(),
        type.terms().minNoticeMinutes(),
        mode == ConsultationMode.VIDEO,
        mode == ConsultationMode.PHONE);
  }

  @EventHandler
  void on(RemindersPlanned plan) {
    jdbc.update(
        "update work.contact_type set reminder_hours = ? where type_id = ?",
        plan.hoursBefore().toArray(Integer[]::new),
        plan.appointmentTypeId().value());
  }

  @EventHandler
  void on(PatientRegistered patient, @Timestamp Instant at) {
    note(patient.patientId(), patient.profile(), at);
  }

  @EventHandler
  void on(PatientProfileRevised patient, @Timestamp Instant at) {
    note(patient.patientId(), patient.profile(), at);
  }

  /**
   * Told here too, where it comes in order: a change of profile from before it may be handled after
   * all else was forgotten.
   */
  @EventHandler
  void on(PatientErased patient) {
    phones.forget(patient.patientId());
  }

  private void note(PatientId patient, Personal<PatientProfile> profile, Instant at) {
    Optional<PatientProfile> readable =
        ReadableProfiles.open(profile::open).flatMap(Value::toOptional);
    @Nullable String phoneHash =
        readable.flatMap(open -> numbers.e164(open.phone())).map(phones::hash).orElse(null);
    jdbc.update(
        """
        insert into work.contact_patient (patient_id, profile, phone_hash, saved_at)
        values (?, ?, ?, ?)
        on conflict (patient_id) do update set profile = excluded.profile,
          phone_hash = excluded.phone_hash, saved_at = excluded.saved_at
        """,
        patient.value(),
        sealed.seal(profile),
        phoneHash,
        java.sql.Timestamp.from(at));
  }

  @EventHandler
  void on(ConsentEvent consent, EventMessage<?> message, @Timestamp Instant at) {
    jdbc.update(
        """
        insert into work.consent_entry (event_id, patient_id, channel, given, source, at)
        values (?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing
        """,
        message.getIdentifier(),
        consent.patientId().value(),
        consent.channel().name(),
        consent instanceof ConsentGiven,
        consent.source().name(),
        java.sql.Timestamp.from(at));
  }

  @ResetHandler
  void reset() {
    for (String table : TABLES) {
      jdbc.update("delete from work." + table);
    }
  }
}
