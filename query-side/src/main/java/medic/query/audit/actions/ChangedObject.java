package medic.query.audit.actions;

import medic.events.appointment.AppointmentEvent;
import medic.events.calendar.CalendarChangeProposed;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarEvent;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentWithdrawn;
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
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.doctor.RemindersPlanned;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomClosed;
import medic.events.doctor.RoomReopened;
import medic.events.doctor.RoomRevised;
import medic.events.doctor.RoomShared;
import medic.events.doctor.RoomUnshared;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.hold.HoldEvent;
import medic.events.notification.NotificationEvent;
import medic.events.patient.PatientEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a deed was done to, as a text that is the same for all deeds done to the same thing: what
 * one of them left is what the next one found.
 */
final class ChangedObject {

  private ChangedObject() {}

  /** Absent where nothing was changed, as by a read. */
  static @Nullable String by(Object event) {
    Object changed = id(event);
    return changed == null ? null : changed.toString();
  }

  private static @Nullable Object id(Object event) {
    if (event instanceof AppointmentEvent visit) {
      return visit.appointmentId();
    } else if (event instanceof NotificationEvent notification) {
      return notification.notificationId();
    } else if (event instanceof HoldEvent hold) {
      return hold.holdId();
    } else if (event instanceof PatientEvent patient) {
      return patient.patientId();
    } else if (event instanceof ConsentEvent consent) {
      return consentOf(consent);
    } else if (event instanceof CalendarEvent calendar) {
      return partOf(calendar);
    }
    return event instanceof DoctorScheduleEvent schedule ? partOf(schedule) : null;
  }

  private static String consentOf(ConsentEvent event) {
    return event instanceof ConsentGiven given
        ? given.patientId() + " by " + given.channel()
        : event.patientId() + " by " + ((ConsentWithdrawn) event).channel();
  }

  private static Object partOf(CalendarEvent event) {
    if (event instanceof CalendarChangeProposed proposed) {
      return proposed.proposalId();
    }
    return event instanceof CalendarChangeSettled settled
        ? settled.proposalId()
        : event.connectionId();
  }

  private static @Nullable Object partOf(DoctorScheduleEvent event) {
    if (event instanceof DoctorRegistered
        || event instanceof DoctorProfileRevised
        || event instanceof DoctorLeft
        || event instanceof DoctorReturned) {
      return event.doctorId();
    }
    Object premises = premisesOf(event);
    if (premises != null) {
      return premises;
    } else if (event instanceof LocationAdded location) {
      return location.locationId();
    } else if (event instanceof RoomAdded room) {
      return room.roomId();
    } else if (event instanceof RoomShared room) {
      return room.roomId();
    } else if (event instanceof AppointmentTypeDefined type) {
      return type.appointmentTypeId();
    } else if (event instanceof AppointmentTypeWithdrawn type) {
      return type.appointmentTypeId();
    } else if (event instanceof RemindersPlanned type) {
      return type.appointmentTypeId();
    } else if (event instanceof ScheduleTemplateDefined template) {
      return template.templateId();
    } else if (event instanceof ScheduleTemplateRemoved template) {
      return template.templateId();
    }
    return exceptionOf(event);
  }

  private static @Nullable Object premisesOf(DoctorScheduleEvent event) {
    if (event instanceof WeeklyHoursSet week) {
      return (week.locationId() == null ? week.doctorId() : week.locationId()) + " hours";
    } else if (event instanceof LocationRevised location) {
      return location.locationId();
    } else if (event instanceof PrimaryLocationChosen location) {
      return location.doctorId() + " at";
    } else if (event instanceof LocationClosed location) {
      return location.locationId();
    } else if (event instanceof LocationReopened location) {
      return location.locationId();
    } else if (event instanceof RoomRevised room) {
      return room.roomId();
    } else if (event instanceof RoomClosed room) {
      return room.roomId();
    } else if (event instanceof RoomReopened room) {
      return room.roomId();
    }
    return event instanceof RoomUnshared room ? room.roomId() : null;
  }

  private static @Nullable Object exceptionOf(DoctorScheduleEvent event) {
    if (event instanceof AvailabilityExceptionAdded exception) {
      return exception.exceptionId();
    } else if (event instanceof AvailabilityExceptionRemoved exception) {
      return exception.exceptionId();
    } else if (event instanceof AvailabilityExceptionRevised exception) {
      return exception.exceptionId();
    } else if (event instanceof TimeOffRevised timeOff) {
      return timeOff.timeOffId();
    } else if (event instanceof TimeOffRequested timeOff) {
      return timeOff.timeOffId();
    } else if (event instanceof TimeOffApproved timeOff) {
      return timeOff.timeOffId();
    } else if (event instanceof TimeOffRejected timeOff) {
      return timeOff.timeOffId();
    }
    if (event instanceof HitVisitKept kept) {
      return kept.appointmentId() + " kept";
    }
    return event instanceof TimeOffCancelled timeOff ? timeOff.timeOffId() : null;
  }
}
