package medic.query.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.ZoneId;
import java.util.List;
import medic.events.doctor.AppointmentTerms;
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

/** A doctor as a console edits them; each part with the version that an edit of it names. */
public record ScheduleView(
    DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    ZoneId timezone,
    @Nullable String phone,
    boolean left,
    String version,
    List<LocationView> locations,
    List<RoomView> rooms,
    List<TypeView> appointmentTypes,
    List<TemplateView> templates,
    List<ExceptionView> exceptions,
    List<TimeOffView> timeOff) {

  /** Who a doctor is, as it is edited. */
  public record ProfileView(
      DoctorId doctorId,
      String fullName,
      String specialty,
      String email,
      @Nullable String phone,
      ZoneId timezone,
      boolean left,
      String version) {}

  ProfileView profile() {
    return new ProfileView(doctorId, fullName, specialty, email, phone, timezone, left, version);
  }

  /** A place of work. */
  public record LocationView(
      LocationId locationId, @JsonUnwrapped Schedule.Location location, String version) {

    static LocationView of(LocationId id, Schedule.Location location) {
      return new LocationView(id, location, location.version());
    }
  }

  /** A room, own or shared by another doctor. */
  public record RoomView(RoomId roomId, @JsonUnwrapped Schedule.Room room, String version) {

    static RoomView of(RoomId id, Schedule.Room room) {
      return new RoomView(id, room, room.version());
    }
  }

  /** A kind of visit, also when withdrawn. */
  public record TypeView(
      AppointmentTypeId appointmentTypeId,
      boolean withdrawn,
      @JsonUnwrapped AppointmentTerms terms,
      String version) {

    static TypeView of(AppointmentTypeId id, Schedule.Type type) {
      return new TypeView(id, type.withdrawn(), type.terms(), type.version());
    }
  }

  /** A weekly template. */
  public record TemplateView(
      TemplateId templateId, @JsonUnwrapped ScheduleTemplate template, String version) {

    static TemplateView of(TemplateId id, ScheduleTemplate template) {
      return new TemplateView(id, template, ScheduleVersions.ofTemplate(template));
    }
  }

  /** Time blocked or opened. */
  public record ExceptionView(
      ExceptionId exceptionId, @JsonUnwrapped Schedule.ExceptionalTime time, String version) {

    static ExceptionView of(ExceptionId id, Schedule.ExceptionalTime time) {
      return new ExceptionView(id, time, time.version());
    }
  }

  /** Time off and where the request stands. */
  public record TimeOffView(
      TimeOffId timeOffId, @JsonUnwrapped Schedule.TimeOff timeOff, String version) {

    static TimeOffView of(TimeOffId id, Schedule.TimeOff timeOff) {
      return new TimeOffView(id, timeOff, timeOff.version());
    }
  }

  static ScheduleView of(Schedule schedule) {
    return new ScheduleView(
        schedule.doctorId(),
        schedule.fullName(),
        schedule.specialty(),
        schedule.email(),
        schedule.timezone(),
        schedule.phone(),
        schedule.left(),
        schedule.version(),
        each(schedule.locations(), LocationView::of),
        each(schedule.rooms(), RoomView::of),
        each(schedule.types(), TypeView::of),
        each(schedule.templates(), TemplateView::of),
        each(schedule.exceptions(), ExceptionView::of),
        each(schedule.timeOff(), TimeOffView::of));
  }

  private static <K, V, R> List<R> each(
      java.util.Map<K, V> entries, java.util.function.BiFunction<K, V, R> view) {
    return entries.entrySet().stream()
        .map(entry -> view.apply(entry.getKey(), entry.getValue()))
        .toList();
  }
}
