package medic.query.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.DoctorProfileRevised;
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
 * written; ids are kept in the order in which they came. Documents of earlier versions know neither
 * who left nor what is closed.
 */
public record Schedule(
    DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    ZoneId timezone,
    @JsonInclude(Include.NON_NULL) @Nullable String phone,
    @JsonInclude(Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) boolean left,
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
      boolean primary,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean closed) {

    Location withPrimary(boolean is) {
      return new Location(name, address, city, country, timezone, lat, lng, is, closed);
    }

    String version() {
      return ScheduleVersions.ofLocation(
          name, address, city, country, timezone, lat, lng, primary, closed);
    }
  }

  /**
   * A room, the doctor's own at a location or another's ({@code sharedBy}); closed is also one that
   * is not shared any more.
   */
  public record Room(
      @Nullable LocationId locationId,
      String name,
      int capacity,
      boolean virtual,
      @Nullable DoctorId sharedBy,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean closed) {

    Room withClosed(boolean is) {
      return new Room(locationId, name, capacity, virtual, sharedBy, is);
    }

    String version() {
      return ScheduleVersions.ofRoom(name, capacity, virtual, closed);
    }
  }

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
        null,
        false,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  /** The same for a doctor who is known otherwise by now; what is set up stays. */
  Schedule of(DoctorProfileRevised now) {
    return new Schedule(
        doctorId,
        now.fullName(),
        now.specialty(),
        now.email(),
        now.timezone(),
        now.phone(),
        left,
        locations,
        rooms,
        types,
        templates,
        exceptions,
        timeOff);
  }

  Schedule withLeft(boolean has) {
    return new Schedule(
        doctorId,
        fullName,
        specialty,
        email,
        timezone,
        phone,
        has,
        locations,
        rooms,
        types,
        templates,
        exceptions,
        timeOff);
  }

  /** Does anything take place at a place of work? */
  public boolean isOpen(LocationId location) {
    Location place = locations.get(location);
    return !left && place != null && !place.closed();
  }

  /** The version of who the doctor is. */
  String version() {
    return ScheduleVersions.ofDoctor(fullName, specialty, email, phone, timezone, left);
  }
}
