package medic.events.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import medic.events.Version;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What makes up the version of each thing of a schedule that is edited by itself. The one home of
 * it, for views tell it and commands are checked by it.
 */
public final class ScheduleVersions {

  private ScheduleVersions() {}

  /** Of who a doctor is. */
  public static String ofDoctor(
      String fullName,
      String specialty,
      String email,
      @Nullable String phone,
      ZoneId timezone,
      boolean left) {
    return Version.of(fullName, specialty, email, phone, timezone, left);
  }

  public static String ofLocation(
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String country,
      ZoneId timezone,
      @Nullable Double lat,
      @Nullable Double lng,
      boolean primary,
      boolean closed) {
    return Version.of(name, address, city, country, timezone, lat, lng, primary, closed);
  }

  public static String ofRoom(String name, int capacity, boolean virtual, boolean closed) {
    return Version.of(name, capacity, virtual, closed);
  }

  public static String ofType(AppointmentTerms terms, boolean withdrawn) {
    return Version.of(terms, withdrawn);
  }

  /**
   * @param hoursBefore null where nothing was planned
   */
  public static String ofReminders(@Nullable List<Integer> hoursBefore) {
    return Version.of(hoursBefore);
  }

  public static String ofTemplate(ScheduleTemplate template) {
    return Version.of(template);
  }

  /** Of all weekly hours at a place, or of a doctor. */
  public static String ofWeek(Collection<WeeklyTemplate> templates) {
    List<WeeklyTemplate> inOrder =
        templates.stream()
            .sorted(Comparator.comparing(one -> one.templateId().toString()))
            .toList();
    return Version.of(inOrder);
  }

  /** Of a block or an opening during [startsAt, endsAt). */
  public static String ofException(
      Instant startsAt,
      Instant endsAt,
      ExceptionStatus status,
      @Nullable AppointmentTypeId type,
      @Nullable LocationId location,
      @Nullable String reason) {
    return Version.of(startsAt, endsAt, status.name(), type, location, reason);
  }

  /**
   * Of time off during [startsAt, endsAt).
   *
   * @param status where the request stands, in any case of letters
   */
  public static String ofTimeOff(
      Instant startsAt, Instant endsAt, String status, @Nullable String reason) {
    return Version.of(startsAt, endsAt, status.toLowerCase(Locale.ROOT), reason);
  }
}
