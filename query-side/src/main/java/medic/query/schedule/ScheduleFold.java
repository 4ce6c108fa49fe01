package medic.query.schedule;

import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomClosed;
import medic.events.doctor.RoomReopened;
import medic.events.doctor.RoomRevised;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.SharedRoomWithdrawn;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.id.LocationId;
import medic.query.schedule.Schedule.ExceptionalTime;
import medic.query.schedule.Schedule.Location;
import medic.query.schedule.Schedule.Room;
import medic.query.schedule.Schedule.TimeOff;
import medic.query.schedule.Schedule.Type;
import org.jspecify.annotations.Nullable;

/** What an event makes of a doctor's schedule. */
final class ScheduleFold {

  private ScheduleFold() {}

  static Schedule begin(DoctorRegistered event) {
    return Schedule.of(
        event.doctorId(), event.fullName(), event.specialty(), event.email(), event.timezone());
  }

  /** Who the doctor is by now; the same schedule where the event does not tell. */
  static Schedule ofDoctor(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof DoctorProfileRevised revised) {
      return schedule.of(revised);
    } else if (event instanceof DoctorLeft) {
      return schedule.withLeft(true);
    }
    return event instanceof DoctorReturned ? schedule.withLeft(false) : schedule;
  }

  /** False when the event is of no concern here. */
  static boolean evolve(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof LocationAdded added) {
      schedule.locations().put(added.locationId(), location(added));
      if (added.primary()) {
        choose(schedule, added.locationId());
      }
    } else if (event instanceof RoomAdded added) {
      schedule
          .rooms()
          .put(
              added.roomId(),
              new Room(
                  added.locationId(),
                  added.name(),
                  added.capacity(),
                  added.virtual(),
                  null,
                  false));
    } else if (event instanceof SharedRoomGranted granted) {
      schedule
          .rooms()
          .put(
              granted.roomId(),
              new Room(
                  null,
                  granted.name(),
                  granted.capacity(),
                  granted.virtual(),
                  granted.ownerId(),
                  false));
    } else if (event instanceof AppointmentTypeDefined defined) {
      schedule.types().put(defined.appointmentTypeId(), new Type(defined.terms(), false));
    } else if (event instanceof AppointmentTypeWithdrawn withdrawn) {
      schedule
          .types()
          .computeIfPresent(
              withdrawn.appointmentTypeId(), (id, type) -> new Type(type.terms(), true));
    } else {
      return evolvePremises(schedule, event) || evolveTimes(schedule, event);
    }
    return true;
  }

  private static boolean evolvePremises(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof LocationRevised now) {
      schedule.locations().computeIfPresent(now.locationId(), (id, was) -> location(now, was));
    } else if (event instanceof PrimaryLocationChosen chosen) {
      choose(schedule, chosen.locationId());
    } else if (event instanceof LocationClosed closed) {
      schedule
          .locations()
          .computeIfPresent(closed.locationId(), (id, was) -> withClosed(was, true));
    } else if (event instanceof LocationReopened open) {
      schedule.locations().computeIfPresent(open.locationId(), (id, was) -> withClosed(was, false));
    } else {
      return evolveRooms(schedule, event);
    }
    return true;
  }

  private static boolean evolveRooms(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof RoomRevised now) {
      schedule
          .rooms()
          .computeIfPresent(
              now.roomId(),
              (id, was) ->
                  new Room(
                      was.locationId(),
                      now.name(),
                      now.capacity(),
                      now.virtual(),
                      null,
                      was.closed()));
    } else if (event instanceof RoomClosed closed) {
      schedule.rooms().computeIfPresent(closed.roomId(), (id, room) -> room.withClosed(true));
    } else if (event instanceof RoomReopened open) {
      schedule.rooms().computeIfPresent(open.roomId(), (id, room) -> room.withClosed(false));
    } else if (event instanceof SharedRoomWithdrawn gone) {
      schedule.rooms().computeIfPresent(gone.roomId(), (id, room) -> room.withClosed(true));
    } else {
      return false;
    }
    return true;
  }

  private static boolean evolveTimes(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof ScheduleTemplateDefined defined) {
      schedule.templates().put(defined.templateId(), defined.template());
    } else if (event instanceof ScheduleTemplateRemoved removed) {
      schedule.templates().remove(removed.templateId());
    } else if (event instanceof AvailabilityExceptionAdded added) {
      schedule.exceptions().put(added.exceptionId(), exception(added));
    } else if (event instanceof WeeklyHoursSet set) {
      schedule
          .templates()
          .values()
          .removeIf(one -> set.locationId() == null || set.locationId().equals(one.locationId()));
      set.templates().forEach(one -> schedule.templates().put(one.templateId(), one.template()));
    } else if (event instanceof AvailabilityExceptionRevised now) {
      schedule.exceptions().put(now.exceptionId(), exception(now));
    } else if (event instanceof AvailabilityExceptionRemoved removed) {
      schedule.exceptions().remove(removed.exceptionId());
    } else {
      return evolveTimeOff(schedule, event);
    }
    return true;
  }

  private static boolean evolveTimeOff(Schedule schedule, DoctorScheduleEvent event) {
    if (event instanceof TimeOffRequested asked) {
      schedule
          .timeOff()
          .put(
              asked.timeOffId(),
              new TimeOff(asked.startsAt(), asked.endsAt(), "requested", asked.reason()));
    } else if (event instanceof TimeOffApproved approved) {
      schedule
          .timeOff()
          .put(
              approved.timeOffId(),
              new TimeOff(
                  approved.startsAt(),
                  approved.endsAt(),
                  "approved",
                  reasonOf(schedule.timeOff().get(approved.timeOffId()))));
    } else if (event instanceof TimeOffRevised now) {
      schedule
          .timeOff()
          .computeIfPresent(
              now.timeOffId(),
              (id, off) -> new TimeOff(now.startsAt(), now.endsAt(), off.status(), now.reason()));
    } else if (event instanceof TimeOffRejected rejected) {
      schedule.timeOff().computeIfPresent(rejected.timeOffId(), (id, off) -> as(off, "rejected"));
    } else if (event instanceof TimeOffCancelled cancelled) {
      schedule.timeOff().computeIfPresent(cancelled.timeOffId(), (id, off) -> as(off, "cancelled"));
    } else {
      return false;
    }
    return true;
  }

  private static @Nullable String reasonOf(@Nullable TimeOff asked) {
    return asked == null ? null : asked.reason();
  }

  private static TimeOff as(TimeOff off, String status) {
    return new TimeOff(off.startsAt(), off.endsAt(), status, off.reason());
  }

  private static void choose(Schedule schedule, LocationId primary) {
    schedule.locations().replaceAll((id, place) -> place.withPrimary(id.equals(primary)));
  }

  private static Location withClosed(Location of, boolean closed) {
    return new Location(
        of.name(),
        of.address(),
        of.city(),
        of.country(),
        of.timezone(),
        of.lat(),
        of.lng(),
        of.primary() && !closed,
        closed);
  }

  private static Location location(LocationRevised now, Location was) {
    return new Location(
        now.name(),
        now.address(),
        now.city(),
        now.country(),
        now.timezone(),
        now.lat(),
        now.lng(),
        was.primary(),
        was.closed());
  }

  private static Location location(LocationAdded of) {
    return new Location(
        of.name(),
        of.address(),
        of.city(),
        of.country(),
        of.timezone(),
        of.lat(),
        of.lng(),
        of.primary(),
        false);
  }

  private static ExceptionalTime exception(AvailabilityExceptionRevised of) {
    return new ExceptionalTime(
        of.startsAt(),
        of.endsAt(),
        of.status(),
        of.appointmentTypeId(),
        of.locationId(),
        of.reason());
  }

  private static ExceptionalTime exception(AvailabilityExceptionAdded of) {
    return new ExceptionalTime(
        of.startsAt(),
        of.endsAt(),
        of.status(),
        of.appointmentTypeId(),
        of.locationId(),
        of.reason());
  }
}
