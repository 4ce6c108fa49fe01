package medic.query.timeline;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.calendar.CalendarChangeProposed;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.CalendarDisconnected;
import medic.events.calendar.CalendarEvent;
import medic.events.calendar.CalendarGrantBroken;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentWithdrawn;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RemindersPlanned;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomShared;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldPlaced;
import medic.events.notification.NotificationDelivered;
import medic.events.notification.NotificationEvent;
import medic.events.notification.NotificationFailed;
import medic.events.notification.NotificationKept;
import medic.events.notification.NotificationRequeued;
import medic.events.notification.NotificationSent;
import medic.events.notification.NotificationSubject;
import medic.events.notification.NotificationUndelivered;
import medic.events.notification.NotificationWithdrawn;
import medic.events.patient.LegalHoldLifted;
import medic.events.patient.LegalHoldPlaced;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientEvent;
import medic.events.patient.PatientKeyDestroyed;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the log calls it, and whom it concerns. Events that only carry a deed into
 * another calendar (a slot booked, a room reserved, a visit planned) are no deeds of their own.
 */
public record Deed(
    String action,
    @Nullable UUID appointmentId,
    @Nullable UUID doctorId,
    @Nullable UUID patientId) {

  private static final Map<Class<?>, String> ACTIONS =
      Map.ofEntries(
          Map.entry(AppointmentBooked.class, "booked"),
          Map.entry(AppointmentConfirmed.class, "confirmed"),
          Map.entry(AppointmentDeclined.class, "declined"),
          Map.entry(AppointmentCancelled.class, "cancelled"),
          Map.entry(AppointmentRescheduled.class, "rescheduled"),
          Map.entry(AppointmentCompleted.class, "completed"),
          Map.entry(AppointmentMissed.class, "no_show"),
          Map.entry(HoldPlaced.class, "hold_placed"),
          Map.entry(HoldEnded.class, "hold_ended"),
          Map.entry(PatientRegistered.class, "patient_registered"),
          Map.entry(PatientProfileRevised.class, "profile_revised"),
          Map.entry(LegalHoldPlaced.class, "legal_hold_placed"),
          Map.entry(LegalHoldLifted.class, "legal_hold_lifted"),
          Map.entry(PatientErased.class, "patient_erased"),
          Map.entry(PatientKeyDestroyed.class, "patient_key_destroyed"),
          Map.entry(DoctorRegistered.class, "doctor_registered"),
          Map.entry(LocationAdded.class, "location_added"),
          Map.entry(RoomAdded.class, "room_added"),
          Map.entry(RoomShared.class, "room_shared"),
          Map.entry(AppointmentTypeDefined.class, "appointment_type_defined"),
          Map.entry(AppointmentTypeWithdrawn.class, "appointment_type_withdrawn"),
          Map.entry(ScheduleTemplateDefined.class, "template_defined"),
          Map.entry(ScheduleTemplateRemoved.class, "template_removed"),
          Map.entry(AvailabilityExceptionAdded.class, "exception_added"),
          Map.entry(AvailabilityExceptionRemoved.class, "exception_removed"),
          Map.entry(TimeOffRequested.class, "time_off_requested"),
          Map.entry(TimeOffApproved.class, "time_off_approved"),
          Map.entry(TimeOffRejected.class, "time_off_rejected"),
          Map.entry(TimeOffCancelled.class, "time_off_cancelled"),
          Map.entry(ExternalBusyTimesSeen.class, "external_calendar_read"),
          Map.entry(CalendarConnected.class, "calendar_connected"),
          Map.entry(CalendarGrantBroken.class, "calendar_grant_broken"),
          Map.entry(CalendarDisconnected.class, "calendar_disconnected"),
          Map.entry(CalendarChangeProposed.class, "calendar_change_proposed"),
          Map.entry(CalendarChangeSettled.class, "calendar_change_settled"),
          Map.entry(RemindersPlanned.class, "reminders_planned"),
          Map.entry(NotificationSent.class, "notification_sent"),
          Map.entry(NotificationKept.class, "notification_kept"),
          Map.entry(NotificationDelivered.class, "notification_delivered"),
          Map.entry(NotificationUndelivered.class, "notification_undelivered"),
          Map.entry(NotificationFailed.class, "notification_failed"),
          Map.entry(NotificationWithdrawn.class, "notification_withdrawn"),
          Map.entry(NotificationRequeued.class, "notification_requeued"),
          Map.entry(ConsentGiven.class, "consent_given"),
          Map.entry(ConsentWithdrawn.class, "consent_withdrawn"));

  static boolean isOne(Class<?> eventType) {
    return ACTIONS.containsKey(eventType);
  }

  /** What the log calls it, if it is a deed. */
  public static Optional<String> actionOf(Class<?> eventType) {
    return Optional.ofNullable(ACTIONS.get(eventType));
  }

  static Deed of(Object event) {
    String action = ACTIONS.get(event.getClass());
    if (action == null) {
      throw new IllegalArgumentException("no deed: " + event.getClass().getName());
    }
    if (event instanceof AppointmentEvent of) {
      return new Deed(
          action, of.appointmentId().value(), of.doctorId().value(), of.patientId().value());
    }
    if (event instanceof NotificationEvent notification) {
      return of(action, notification.about());
    }
    return new Deed(action, appointmentOf(event), doctorOf(event), patientOf(event));
  }

  private static @Nullable UUID appointmentOf(Object event) {
    if (event instanceof CalendarChangeProposed proposed) {
      return proposed.appointmentId().value();
    }
    return event instanceof CalendarChangeSettled settled ? settled.appointmentId().value() : null;
  }

  private static Deed of(String action, NotificationSubject about) {
    return new Deed(
        action,
        about.appointmentId() == null ? null : about.appointmentId().value(),
        about.doctorId() == null ? null : about.doctorId().value(),
        about.patientId() == null ? null : about.patientId().value());
  }

  private static @Nullable UUID doctorOf(Object event) {
    if (event instanceof CalendarEvent calendar) {
      return calendar.doctorId().value();
    }
    if (event instanceof DoctorScheduleEvent schedule) {
      return schedule.doctorId().value();
    }
    if (event instanceof HoldPlaced hold) {
      return hold.doctorId().value();
    }
    return event instanceof HoldEnded hold ? hold.doctorId().value() : null;
  }

  private static @Nullable UUID patientOf(Object event) {
    if (event instanceof ConsentEvent consent) {
      return consent.patientId().value();
    }
    return event instanceof PatientEvent patient ? patient.patientId().value() : null;
  }
}
