package medic.sagas.messages.composing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.events.Remark;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.TimeOffId;
import medic.events.notification.NotificationRecipient;
import medic.events.patient.PatientProfile;
import medic.personal.SealedJson;
import medic.personal.Value;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.NotifiedAppointment;
import medic.sagas.messages.outbox.NotifiedAppointments;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Recipient;
import medic.sagas.messages.outbox.TimeOff;
import medic.sagas.messages.outbox.TimeOffTable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What templates can name: {@code name, patient, doctor, type, place, date, time, zone,
 * previousDate, previousTime, untilDate, untilTime, reason, asked, placeTime, hours, calendar,
 * visits} (with {@code date, time, type}), {@code link}, {@code optOut} and what {@link VisitFacts}
 * tells. Times are the recipient's. Of these, {@code doctor, patient, type, date, time, zone, link}
 * are there whenever a message is about them; all others may be absent: {@code place} where nobody
 * goes to one, {@code placeTime} where its clock agrees.
 */
@Component
public class MessageFacts {

  private final Contacts contacts;
  private final NotifiedAppointments visits;
  private final TimeOffTable timeOffs;
  private final SealedJson sealed;
  private final Clock clock;

  public MessageFacts(
      Contacts contacts,
      NotifiedAppointments visits,
      TimeOffTable timeOffs,
      SealedJson sealed,
      Clock clock) {
    this.contacts = contacts;
    this.visits = visits;
    this.timeOffs = timeOffs;
    this.sealed = sealed;
    this.clock = clock;
  }

  Map<String, Object> of(OutboxMessage message, Recipient to, Locale language) {
    JsonNode payload = message.payload();
    Clockface clockface = new Clockface(to.zone(), language);
    Optional<NotifiedAppointment> visit = visitOf(message);
    Map<String, Object> facts = new HashMap<>();
    facts.put("name", to.name());
    facts.put("patient", patientName(message));
    facts.put("doctor", doctorName(message));
    facts.put("link", LinkInsertion.PLACE);
    facts.put("hours", message.cause().replace("h", ""));
    facts.put("type", type(payload));
    facts.put("calendar", payload.path("calendar").asString(""));
    facts.put("visits", visits(payload, clockface));
    facts.put("zone", to.zone().getDisplayName(TextStyle.FULL, language));
    putTimes(facts, "", payload.path("startsAt"), clockface);
    putTimes(facts, "previous", payload.path("previousStartsAt"), clockface);
    putTimes(facts, "until", payload.path("endsAt"), clockface);
    facts.put("forDoctor", message.recipient() == NotificationRecipient.DOCTOR);
    putWords(facts, message);
    place(payload)
        .filter(place -> visit.map(MessageFacts::isInPerson).orElse(true))
        .ifPresent(place -> putPlace(facts, place, payload, clockface));
    visit
        .flatMap(of -> contacts.type(of.typeId()).map(type -> factsOf(message, of, type)))
        .ifPresent(found -> facts.putAll(found.by(clockface, clock.instant())));
    return facts;
  }

  /** What was said of a time off; while all is noted anew, letters wait. */
  private void putWords(Map<String, Object> facts, OutboxMessage message) {
    JsonNode id = message.payload().path("timeOffId");
    if (message.doctorId() != null && id.isString()) {
      TimeOff timeOff =
          timeOffs
              .find(message.doctorId(), new TimeOffId(UUID.fromString(id.stringValue())))
              .orElseThrow(() -> DeliveryFailure.passing("UNKNOWN_TIME_OFF"));
      facts.put("asked", Objects.toString(timeOff.asked(), ""));
      facts.put("reason", Objects.toString(timeOff.decision(), ""));
    }
  }

  /** The visit that a message is about, as it stands now. */
  Optional<NotifiedAppointment> visitOf(OutboxMessage message) {
    return Optional.ofNullable(message.appointmentId()).flatMap(visits::find);
  }

  private static boolean isInPerson(NotifiedAppointment visit) {
    return visit.mode() == null || visit.mode() == ConsultationMode.IN_PERSON;
  }

  private VisitFacts factsOf(
      OutboxMessage message, NotifiedAppointment visit, Contacts.VisitType type) {
    Optional<String> joinLink =
        Optional.ofNullable(visit.joinLink())
            .flatMap(link -> sealed.open(link, Remark.class).toOptional())
            .map(Remark::text);
    Optional<String> phone =
        message.recipient() == NotificationRecipient.PATIENT
            ? contacts.number(profileOf(visit.patientId()))
            : Optional.empty();
    return new VisitFacts(visit, type, joinLink, phone);
  }

  private static void putPlace(
      Map<String, Object> facts, Contacts.Place place, JsonNode payload, Clockface clock) {
    facts.put("place", text(place));
    instant(payload.path("startsAt"))
        .filter(at -> !clock.agreesWith(place.zone(), at))
        .ifPresent(
            at -> facts.put("placeTime", new Clockface(place.zone(), clock.language()).both(at)));
  }

  private static void putTimes(
      Map<String, Object> facts, String prefix, JsonNode at, Clockface clock) {
    Optional<Instant> instant = instant(at);
    facts.put(prefix.isEmpty() ? "date" : prefix + "Date", instant.map(clock::date).orElse(""));
    facts.put(prefix.isEmpty() ? "time" : prefix + "Time", instant.map(clock::time).orElse(""));
  }

  private static Optional<Instant> instant(JsonNode at) {
    return at.isString() ? Optional.of(Instant.parse(at.stringValue())) : Optional.empty();
  }

  private List<Map<String, Object>> visits(JsonNode payload, Clockface clock) {
    return payload.path("visits").valueStream().map(visit -> visit(visit, clock)).toList();
  }

  private Map<String, Object> visit(JsonNode visit, Clockface clock) {
    Instant startsAt = Instant.parse(visit.path("startsAt").stringValue());
    return Map.of("date", clock.date(startsAt), "time", clock.time(startsAt), "type", type(visit));
  }

  /** A kind of visit is noted before its visits are; while all is noted anew, letters wait. */
  private String type(JsonNode payload) {
    JsonNode id = payload.path("appointmentTypeId");
    return id.isString()
        ? contacts
            .type(AppointmentTypeId.of(id.stringValue()))
            .map(Contacts.VisitType::name)
            .orElseThrow(() -> DeliveryFailure.passing("UNKNOWN_TYPE"))
        : "";
  }

  private Optional<Contacts.Place> place(JsonNode payload) {
    JsonNode id = payload.path("locationId");
    return id.isString() ? contacts.place(LocationId.of(id.stringValue())) : Optional.empty();
  }

  private static String text(Contacts.Place place) {
    return Stream.of(place.name(), place.address(), place.city())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private String patientName(OutboxMessage message) {
    return message.patientId() == null ? "" : profileOf(message.patientId()).fullName();
  }

  private String doctorName(OutboxMessage message) {
    return message.template().carriesLink() ? "" : doctorOf(message).fullName();
  }

  Contacts.DoctorContact doctorOf(OutboxMessage message) {
    return Optional.ofNullable(message.doctorId())
        .flatMap(contacts::doctor)
        .orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_DOCTOR"));
  }

  static PatientId patientOf(OutboxMessage message) {
    return Optional.ofNullable(message.patientId())
        .orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_PATIENT"));
  }

  PatientProfile profileOf(PatientId patient) {
    Value<PatientProfile> profile =
        contacts.patient(patient).orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_PATIENT"));
    return profile.toOptional().orElseThrow(() -> DeliveryFailure.unwanted("erased"));
  }

  /** The zone a patient reads times in: their own, or the one they booked in. */
  ZoneId zoneOf(PatientProfile profile, OutboxMessage message) {
    return profile.preferredTimezone() != null
        ? profile.preferredTimezone()
        : ZoneId.of(message.payload().path("patientZone").asString("UTC"));
  }
}
