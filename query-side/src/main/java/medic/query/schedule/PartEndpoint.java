package medic.query.schedule;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import medic.events.doctor.WeeklyTemplate;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Role;
import medic.http.Versioned;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The parts of a schedule that are edited by themselves, one by one: each with its version. */
@RestController
@RequestMapping("/api/doctors/{doctorId}")
@ReadModel(SchedulesProjection.GROUP)
class PartEndpoint {

  private final Questions questions;

  PartEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/profile")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.ProfileView> profile(@PathVariable DoctorId doctorId) {
    ScheduleView.ProfileView profile = of(doctorId).profile();
    return Versioned.of(profile.version(), profile);
  }

  @GetMapping("/locations/{locationId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.LocationView> location(
      @PathVariable DoctorId doctorId, @PathVariable LocationId locationId) {
    return part(
        of(doctorId).locations(),
        location -> location.locationId().equals(locationId),
        ScheduleView.LocationView::version,
        "location");
  }

  @GetMapping("/locations/{locationId}/rooms/{roomId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.RoomView> room(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId) {
    return part(
        of(doctorId).rooms(),
        room -> room.roomId().equals(roomId) && locationId.equals(room.room().locationId()),
        ScheduleView.RoomView::version,
        "room");
  }

  @GetMapping("/appointment-types/{appointmentTypeId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.TypeView> type(
      @PathVariable DoctorId doctorId, @PathVariable AppointmentTypeId appointmentTypeId) {
    return part(
        of(doctorId).appointmentTypes(),
        type -> type.appointmentTypeId().equals(appointmentTypeId),
        ScheduleView.TypeView::version,
        "appointment type");
  }

  @GetMapping("/appointment-types/{appointmentTypeId}/reminders")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<RemindersView> reminders(
      @PathVariable DoctorId doctorId, @PathVariable AppointmentTypeId appointmentTypeId) {
    RemindersView plan =
        questions
            .askForOne(new FindReminders(doctorId, appointmentTypeId), RemindersView.class)
            .orElseThrow(() -> ApiException.notFound("appointment type"));
    return Versioned.of(plan.version(), plan);
  }

  @GetMapping("/templates/{templateId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.TemplateView> template(
      @PathVariable DoctorId doctorId, @PathVariable TemplateId templateId) {
    return part(
        of(doctorId).templates(),
        template -> template.templateId().equals(templateId),
        ScheduleView.TemplateView::version,
        "schedule template");
  }

  @GetMapping("/exceptions/{exceptionId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.ExceptionView> exception(
      @PathVariable DoctorId doctorId, @PathVariable ExceptionId exceptionId) {
    return part(
        of(doctorId).exceptions(),
        exception -> exception.exceptionId().equals(exceptionId),
        ScheduleView.ExceptionView::version,
        "exception");
  }

  @GetMapping("/time-off/{timeOffId}")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<ScheduleView.TimeOffView> timeOff(
      @PathVariable DoctorId doctorId, @PathVariable TimeOffId timeOffId) {
    return part(
        of(doctorId).timeOff(),
        timeOff -> timeOff.timeOffId().equals(timeOffId),
        ScheduleView.TimeOffView::version,
        "time off");
  }

  @GetMapping("/weekly-hours")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<WeekView> week(@PathVariable DoctorId doctorId) {
    return week(of(doctorId).templates());
  }

  @GetMapping("/locations/{locationId}/weekly-hours")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<WeekView> week(
      @PathVariable DoctorId doctorId, @PathVariable LocationId locationId) {
    ScheduleView schedule = of(doctorId);
    if (schedule.locations().stream().noneMatch(one -> one.locationId().equals(locationId))) {
      throw ApiException.notFound("location");
    }
    return week(
        schedule.templates().stream()
            .filter(one -> one.template().locationId().equals(locationId))
            .toList());
  }

  private static ResponseEntity<WeekView> week(List<ScheduleView.TemplateView> templates) {
    WeekView week =
        WeekView.of(
            templates.stream()
                .map(one -> new WeeklyTemplate(one.templateId(), one.template()))
                .toList());
    return Versioned.of(week.version(), week);
  }

  private ScheduleView of(DoctorId doctor) {
    return questions
        .askForOne(new FindSchedule(doctor, null), ScheduleView.class)
        .orElseThrow(() -> ApiException.notFound("doctor"));
  }

  private static <P> ResponseEntity<P> part(
      List<P> all, Predicate<P> wanted, Function<P, String> version, String what) {
    P part = all.stream().filter(wanted).findFirst().orElseThrow(() -> ApiException.notFound(what));
    return Versioned.of(version.apply(part), part);
  }
}
