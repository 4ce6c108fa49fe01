package medic.availability.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import medic.availability.Buffers;
import medic.availability.Interval;
import medic.availability.Json;
import medic.availability.VisitRules;
import medic.availability.WeeklyHours;
import medic.availability.oracle.Scenario;
import tools.jackson.databind.JsonNode;

/** A bench input and the fingerprint of its right answer. */
public record BenchInput(String name, Scenario scenario, int slotCount, String sha256) {

  public static final List<String> NAMES = List.of("30d-200busy", "90d-1000busy");

  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  public static BenchInput read(String name) {
    JsonNode input = Json.resource("bench/" + name + ".json");
    JsonNode expected = input.get("expected");
    return new BenchInput(
        name,
        scenario(input),
        expected.get("slot_count").asInt(),
        expected.get("sha256_of_iso_millis_utc_starts_joined_by_newline").asString());
  }

  public static String fingerprint(List<Instant> starts) {
    String lines = starts.stream().map(ISO_MILLIS::format).collect(Collectors.joining("\n"));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(lines.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Scenario scenario(JsonNode input) {
    Interval window = Json.window(input.get("window"));
    JsonNode type = input.get("appointment_type");
    return new Scenario(
        weekly(input),
        List.of(),
        List.of(),
        List.of(),
        Json.spans(input.get("external_busy")),
        Map.of(),
        new VisitRules(
            type.get("duration_minutes").asInt(),
            Json.buffers(type),
            type.get("min_notice_minutes").asInt(),
            null,
            Set.of(),
            WeeklyHours.NO_ROOM,
            0),
        window,
        window.startsAt());
  }

  private static List<WeeklyHours> weekly(JsonNode input) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (JsonNode weekly : input.get("weekly")) {
      hours.add(
          new WeeklyHours(
              0,
              WeeklyHours.NO_ROOM,
              ZoneId.of(input.get("time_zone").asString()),
              DayOfWeek.of(weekly.get("day_of_week").asInt()),
              Json.time(weekly.get("work_start")),
              Json.time(weekly.get("work_end")),
              Json.breaks(weekly.path("breaks")),
              weekly.get("slot_duration_minutes").asInt(),
              Buffers.NONE,
              1,
              0));
    }
    return hours;
  }
}
