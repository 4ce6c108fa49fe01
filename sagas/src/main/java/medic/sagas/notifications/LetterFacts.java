package medic.sagas.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.personal.Value;
import medic.sagas.contacts.Contacts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What templates can name: {@code name, patient, doctor, type, place, date, time, zone,
 * previousDate, previousTime, untilDate, untilTime, reason, asked, placeTime, hours, calendar,
 * visits} (with {@code date, time, type}) {@code link} and {@code optOut}. Times are the
 * recipient's; {@code placeTime} is empty where the place's clock agrees.
 */
@Component
public class LetterFacts {

  private final Contacts contacts;

  public LetterFacts(Contacts contacts) {
    this.contacts = contacts;
  }

  Map<String, Object> of(Dispatch message, Addressee to, Locale language) {
    JsonNode payload = message.payload();
    Clockface clock = new Clockface(to.zone(), language);
    Map<String, Object> facts = new HashMap<>();
    facts.put("name", to.name());
    facts.put("patient", patientName(message));
    facts.put("doctor", doctorName(message));
    facts.put("link", LinkedLetters.PLACE);
    facts.put("hours", message.cause().replace("h", ""));
    facts.put("type", type(payload));
    facts.put("calendar", payload.path("calendar").asString(""));
    facts.put("visits", visits(payload, clock));
    facts.put("zone", to.zone().getDisplayName(TextStyle.FULL, language));
    putTimes(facts, "", payload.path("startsAt"), clock);
    putTimes(facts, "previous", payload.path("previousStartsAt"), clock);
    putTimes(facts, "until", payload.path("endsAt"), clock);
    facts.put("reason", payload.path("reason").asString(""));
    facts.put("asked", payload.path("asked").asString(""));
    Optional<Contacts.Place> place = place(payload);
    facts.put("place", place.map(LetterFacts::text).orElse(""));
    facts.put("placeTime", place.map(p -> placeTime(p, payload, clock)).orElse(""));
    return facts;
  }

  /** Times as one person reads them. */
  private record Clockface(ZoneId zone, Locale language) {
    String date(Instant at) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
          .withLocale(language)
          .format(at.atZone(zone));
    }

    String time(Instant at) {
      return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
          .withLocale(language)
          .format(at.atZone(zone));
    }
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

  private String type(JsonNode payload) {
    JsonNode id = payload.path("appointmentTypeId");
    return id.isString()
        ? contacts
            .type(AppointmentTypeId.of(id.stringValue()))
            .map(Contacts.VisitType::name)
            .orElse("")
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

  private static String placeTime(Contacts.Place place, JsonNode payload, Clockface clock) {
    Optional<Instant> at = instant(payload.path("startsAt"));
    boolean agrees =
        at.map(
                i ->
                    place
                        .zone()
                        .getRules()
                        .getOffset(i)
                        .equals(clock.zone().getRules().getOffset(i)))
            .orElse(true);
    Clockface there = new Clockface(place.zone(), clock.language());
    return agrees ? "" : at.map(i -> there.date(i) + ", " + there.time(i)).orElse("");
  }

  private String patientName(Dispatch message) {
    return message.patientId() == null ? "" : profileOf(message.patientId()).fullName();
  }

  private String doctorName(Dispatch message) {
    return message.template().carriesLink() ? "" : doctorOf(message).fullName();
  }

  Contacts.DoctorContact doctorOf(Dispatch message) {
    return Optional.ofNullable(message.doctorId())
        .flatMap(contacts::doctor)
        .orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_DOCTOR"));
  }

  static PatientId patientOf(Dispatch message) {
    return Optional.ofNullable(message.patientId())
        .orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_PATIENT"));
  }

  PatientProfile profileOf(PatientId patient) {
    Value<PatientProfile> profile =
        contacts.patient(patient).orElseThrow(() -> DeliveryFailure.lasting("UNKNOWN_PATIENT"));
    return profile.toOptional().orElseThrow(() -> DeliveryFailure.unwanted("erased"));
  }

  /** The zone a patient reads times in: their own, or the one they booked in. */
  ZoneId zoneOf(PatientProfile profile, Dispatch message) {
    return profile.preferredTimezone() != null
        ? profile.preferredTimezone()
        : ZoneId.of(message.payload().path("patientZone").asString("UTC"));
  }
}
