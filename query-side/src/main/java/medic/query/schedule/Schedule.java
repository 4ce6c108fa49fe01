package medic.query.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleVersions;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * All that is set up of a doctor. Stored as one document, for it is small, read whole and seldom
 * written; ids are kept in the order in which they came.
 */
public record Schedule(
    DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    ZoneId timezone,
    Map<LocationId, Location> locations,
    Map<RoomId, Room> rooms,
    Map<AppointmentTypeId, Type> types,
    Map<TemplateId, ScheduleTemplate> templates,
    Map<ExceptionId, ExceptionalTime> exceptions,
    Map<TimeOffId, TimeOff> timeOff) {

  /** A place of work. */
  public record Location(
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String country,
      ZoneId timezone,
      @Nullable Double lat,
      @Nullable Double lng,
      boolean primary) {}

  /** A room, the doctor's own at a location or another's ({@code sharedBy}). */
  public record Room(
      @Nullable LocationId locationId,
      String name,
      int capacity,
      boolean virtual,
      @Nullable DoctorId sharedBy) {}

  /** A kind of visit; a withdrawn one stays known for what was booked of it. */
  public record Type(AppointmentTerms terms, boolean withdrawn) {

    public boolean offered() {
      return terms.active() && !withdrawn;
    }

    String version() {
      return ScheduleVersions.ofType(terms, withdrawn);
    }
  }

  /** Time blocked or opened, for all or one type and location. */
  public record ExceptionalTime(
      Instant startsAt,
      Instant endsAt,
      ExceptionStatus status,
      @Nullable AppointmentTypeId appointmentTypeId,
      @Nullable LocationId locationId,
      @Nullable String reason) {

    String version() {
      return ScheduleVersions.ofException(
          startsAt, endsAt, status, appointmentTypeId, locationId, reason);
    }
  }

  /** Time off and where the request stands: requested, approved, rejected or cancelled. */
  public record TimeOff(Instant startsAt, Instant endsAt, String status, @Nullable String reason) {

    public boolean approved() {
      return status.equals("approved");
    }

    String version() {
      return ScheduleVersions.ofTimeOff(startsAt, endsAt, status, reason);
    }
  }

  static Schedule of(
      DoctorId doctor, String fullName, String specialty, String email, ZoneId timezone) {
    return new Schedule(
        doctor,
        fullName,
        specialty,
        email,
        timezone,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  /** The location called primary, else the first there is. */
  public @Nullable LocationId primaryLocation() {
    return locations.entrySet().stream()
        .filter(entry -> entry.getValue().primary())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> locations.keySet().stream().findFirst().orElse(null));
  }
}
