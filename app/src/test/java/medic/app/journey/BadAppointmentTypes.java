package medic.app.journey;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a kind of visit must not be. */
abstract class BadAppointmentTypes extends BadInput {

  private final String slug;

  BadAppointmentTypes(BadInputPractice practice) {
    super(practice);
    slug = practice.slug;
  }

  @Override
  void gather(BadRequests bad) {
    Map<String, Object> type =
        Map.of(
            "slug", "fresh",
            "name", "Fresh",
            "durationMinutes", 30,
            "priceCents", 100,
            "currency", "EUR",
            "consultationMode", "in_person");
    String path = doctor.path("/appointment-types");
    termsOf(bad.route("POST", path, type))
        .with("slug", slug, 409, "SLUG_TAKEN", "slug")
        .with("appointmentTypeId", doctor.type, 409, "ID_ALREADY_USED", "appointmentTypeId");
    String second = doctor.addType(Map.of());
    termsOf(bad.route("PUT", path + "/" + second, type))
        .with("slug", slug, 409, "SLUG_TAKEN", "slug")
        .with("appointmentTypeId", NOBODY, 400, "INVALID_REQUEST", "appointmentTypeId");
    unknownDoctor(bad, "POST", "/appointment-types", type);
    unknownChild(bad, "PUT", "/appointment-types/", other.type, "appointmentTypeId", type);
    unknownChild(bad, "DELETE", "/appointment-types/", other.type, "appointmentTypeId", Map.of());
  }

  private BadRequests termsOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("slug", "name", "durationMinutes", "consultationMode")
        .bad("slug", "", "Upper", "two words", "-a", "a--b", "x".repeat(101), 7)
        .longer("name", 200)
        .longer("description", 2000)
        .number("durationMinutes", 1, 1440)
        .number("bufferBeforeMinutes", 0, 1440)
        .number("bufferAfterMinutes", 0, 1440)
        .number("priceCents", 0, 1_000_000_000)
        .flag("reasonRequired")
        .with("currency", null, 422, "CURRENCY_MISSING", "currency")
        .number("minNoticeMinutes", 0, 525_600)
        .number("maxFutureDays", 0, 3650)
        .number("maxRescheduleCount", 0, 1000)
        .bad("currency", "euro", "eur", "", "ABC", "ZZZ", "XXX", "XAU", 978)
        .bad("consultationMode", "hologram", 0, "", List.of())
        .bad("locationIds", "all", 1, Map.of())
        .with("locationIds", List.of("x"), 400, "", "locationIds[0]")
        .with("locationIds", Collections.singletonList(null), 400, "", "locationIds[0]")
        .with("locationIds", List.of(NOBODY), 422, "UNKNOWN_REFERENCE", "locationIds")
        .with("locationIds", List.of(other.location), 422, "UNKNOWN_REFERENCE", "locationIds")
        .ids("defaultLocationId", "defaultRoomId")
        .unknown("defaultLocationId", 422, "UNKNOWN_REFERENCE")
        .unknown("defaultRoomId", 422, "UNKNOWN_REFERENCE")
        .with("defaultRoomId", other.room, 422, "UNKNOWN_REFERENCE", "defaultRoomId")
        .bad(
            "joinUrl",
            "http://meet.example/{appointmentId}",
            "https://{appointmentId}/",
            "https://meet.example/{patientName}",
            "https://meet.example/{appointmentId",
            "https://me:too@meet.example/",
            "https://приём.example/{appointmentId}",
            "//meet.example/x",
            "https://meet.example:99999/",
            "https://meet.example:0/",
            "https://meet.example:/",
            "https://2130706433/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://localhost/",
            "https://" + "x".repeat(64) + ".example/",
            "",
            "https://meet.example/" + "x".repeat(300))
        .with("joinUrl", "https://meet.example/x", 422, "NOT_BY_VIDEO", "joinUrl")
        .with("callNumber", "+49 30 901820", 422, "NOT_BY_PHONE", "callNumber")
        .bad("callNumber", "+0301", "+49301234567890123", "", "+999 12345", 7)
        .longer("whatToBring", 500)
        .bad("whatToBring", "one\ntwo", List.of())
        .flag("active")
        .flag("allowPatientReschedule")
        .flag("requiresConfirmation");
  }
}
