package medic.sagas.messages.contacts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import medic.contact.PhoneNumbers;
import medic.events.consent.ChannelWords;
import medic.events.consent.ConsentSource;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfile;
import medic.personal.SealedJson;
import medic.personal.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom messages may go to and what they may speak of, as noted by the {@link ContactBook}. */
@Component
public class Contacts {

  private final JdbcTemplate jdbc;
  private final SealedJson sealed;
  private final PhoneNumbers numbers;
  private final PhoneIndex phones;

  public Contacts(JdbcTemplate jdbc, SealedJson sealed, PhoneNumbers numbers, PhoneIndex phones) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.numbers = numbers;
    this.phones = phones;
  }

  /** How a doctor is reached. */
  public record DoctorContact(String fullName, String email, ZoneId zone) {}

  /** Where a visit takes place. */
  public record Place(
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String country,
      ZoneId zone) {}

  /**
   * A kind of visit; no hours where the usual reminders apply.
   *
   * @param joinUrl https, with {@code {appointmentId}} in the place of a visit's id
   * @param callNumber where patients call for it; absent, the practice calls
   * @param minNotice so long before its start a patient can call it off, where that is known
   */
  public record VisitType(
      String name,
      Optional<List<Integer>> reminderHours,
      Optional<String> joinUrl,
      Optional<String> callNumber,
      Optional<String> whatToBring,
      Optional<Duration> minNotice) {}

  /** An entry of a patient's ledger of consent. */
  public record ConsentEntry(
      NotificationChannel channel, boolean given, ConsentSource source, Instant at) {}

  /**
   * A patient's profile with the preferences that hold, or that it was erased; empty for one who is
   * not known or not readable.
   */
  public Optional<Value<PatientProfile>> patient(PatientId patient) {
    return jdbc
        .query(
            "select profile, saved_at from work.contact_patient where patient_id = ?",
            (row, number) -> new Saved(row.getString("profile"), row.getTimestamp("saved_at")),
            patient.value())
        .stream()
        .findFirst()
        .flatMap(saved -> opened(patient, saved));
  }

  private record Saved(String profile, @Nullable Timestamp at) {}

  private Optional<Value<PatientProfile>> opened(PatientId patient, Saved saved) {
    return ReadableProfiles.open(() -> sealed.open(saved.profile(), PatientProfile.class))
        .map(
            profile ->
                profile instanceof Value.Present<PatientProfile> known
                    ? new Value.Present<>(withWords(patient, known.value(), saved.at()))
                    : profile);
  }

  private PatientProfile withWords(
      PatientId patient, PatientProfile profile, @Nullable Timestamp savedAt) {
    return profile.withPreferences(
        ChannelWords.held(
            profile.communicationPreferences(),
            savedAt == null ? null : savedAt.toInstant(),
            lastConsents(patient)));
  }

  private Map<NotificationChannel, ChannelWords.Entry> lastConsents(PatientId patient) {
    Map<NotificationChannel, ChannelWords.Entry> last = new EnumMap<>(NotificationChannel.class);
    consents(patient)
        .forEach(
            entry -> last.put(entry.channel(), new ChannelWords.Entry(entry.given(), entry.at())));
    return last;
  }

  public Optional<DoctorContact> doctor(DoctorId doctor) {
    return jdbc
        .query(
            "select * from work.contact_doctor where doctor_id = ?",
            (row, number) ->
                new DoctorContact(
                    row.getString("full_name"),
                    row.getString("email"),
                    ZoneId.of(row.getString("zone"))),
            doctor.value())
        .stream()
        .findFirst();
  }

  public Optional<Place> place(LocationId place) {
    return jdbc
        .query(
            "select * from work.contact_place where location_id = ?",
            (row, number) ->
                new Place(
                    row.getString("name"),
                    row.getString("address"),
                    row.getString("city"),
                    row.getString("country"),
                    ZoneId.of(row.getString("zone"))),
            place.value())
        .stream()
        .findFirst();
  }

  public Optional<VisitType> type(AppointmentTypeId type) {
    return jdbc
        .query(
            "select * from work.contact_type where type_id = ?",
            (row, number) ->
                new VisitType(
                    row.getString("name"),
                    hours(row.getArray("reminder_hours")),
                    Optional.ofNullable(row.getString("join_url")),
                    Optional.ofNullable(row.getString("call_number"))
                        .map(said -> numbers.e164(said).orElse(said)),
                    Optional.ofNullable(row.getString("what_to_bring")),
                    Optional.ofNullable(row.getObject("min_notice_minutes", Integer.class))
                        .map(Duration::ofMinutes)),
            type.value())
        .stream()
        .findFirst();
  }

  private static Optional<List<Integer>> hours(@Nullable Array hours) throws SQLException {
    return hours == null
        ? Optional.empty()
        : Optional.of(Arrays.asList((Integer[]) hours.getArray()));
  }

  /** Whoever has not said no, by profile or ledger, may be written to about their own visits. */
  public boolean mayReach(PatientId patient, NotificationChannel channel) {
    Map<String, Object> held =
        patient(patient)
            .flatMap(Value::toOptional)
            .map(PatientProfile::communicationPreferences)
            .orElseGet(() -> ChannelWords.held(Map.of(), null, lastConsents(patient)));
    return !Boolean.FALSE.equals(held.get(ChannelWords.name(channel)));
  }

  /** By mail where there is an address, which is taken for granted of one not known yet. */
  public NotificationChannel channelTo(PatientId patient) {
    boolean hasPhoneOnly =
        patient(patient)
            .flatMap(Value::toOptional)
            .filter(profile -> profile.email() == null)
            .isPresent();
    return hasPhoneOnly ? NotificationChannel.SMS : NotificationChannel.EMAIL;
  }

  /** A patient's ledger of consent, oldest entry first. */
  public List<ConsentEntry> consents(PatientId patient) {
    return jdbc.query(
        "select * from work.consent_entry where patient_id = ? order by number",
        (row, number) -> consent(row),
        patient.value());
  }

  private static ConsentEntry consent(ResultSet row) throws SQLException {
    return new ConsentEntry(
        NotificationChannel.valueOf(row.getString("channel")),
        row.getBoolean("given"),
        ConsentSource.valueOf(row.getString("source")),
        row.getTimestamp("at").toInstant());
  }

  /** A patient's number in E.164, as the practice reads it; empty where it is none. */
  public Optional<String> number(PatientProfile profile) {
    return numbers.e164(profile.phone());
  }

  /**
   * Where text messages to a patient go, in E.164; empty where the number is none. Whoever is sent
   * one is found by its number from then on, however it was read before.
   */
  public Optional<String> textNumber(PatientId patient, PatientProfile profile) {
    Optional<String> number = number(profile);
    number.filter(e164 -> phones.note(patient, e164)).ifPresent(noted -> unlessErased(patient));
    return number;
  }

  /** Erased while its number was noted, a patient is found by none all the same. */
  private void unlessErased(PatientId patient) {
    if (patient(patient).flatMap(Value::toOptional).isEmpty()) {
      phones.forget(patient);
    }
  }

  /** Everybody who gave this number; nobody where it is none. */
  public List<PatientId> byPhone(String written) {
    return numbers.e164(written).map(phones::ownersOf).orElse(List.of());
  }
}
