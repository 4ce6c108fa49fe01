package medic.query.audit.actions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.events.ActorType;
import medic.events.access.AccessRefused;
import medic.events.access.AccessRefusedAgain;
import medic.events.access.LogExported;
import medic.events.access.LogRead;
import medic.events.access.LoginRefused;
import medic.events.access.PatientDataRead;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentLeftAsIs;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentReopened;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.calendar.CalendarChangeProposed;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.CalendarDisconnected;
import medic.events.calendar.CalendarGrantBroken;
import medic.events.calendar.CalendarReadingJudged;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentWithdrawn;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorOverbooked;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.ExternalBusyTimesSeen;
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
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldPlaced;
import medic.events.login.LoginCreated;
import medic.events.login.LoginDisabled;
import medic.events.login.LoginEnabled;
import medic.events.login.LoginInvited;
import medic.events.login.LoginLinkShown;
import medic.events.login.PasswordChanged;
import medic.events.login.PasswordResetRequested;
import medic.events.login.SignInsRefused;
import medic.events.login.SignedIn;
import medic.events.login.SignedOut;
import medic.events.notification.NotificationDelivered;
import medic.events.notification.NotificationFailed;
import medic.events.notification.NotificationKept;
import medic.events.notification.NotificationRequeued;
import medic.events.notification.NotificationSent;
import medic.events.notification.NotificationUndelivered;
import medic.events.notification.NotificationWithdrawn;
import medic.events.operation.RebuildOrdered;
import medic.events.patient.EmergencyAccessTaken;
import medic.events.patient.LegalHoldLifted;
import medic.events.patient.LegalHoldPlaced;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientKeyDestroyed;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import org.jspecify.annotations.Nullable;

/**
 * The events that are deeds, as the log calls them. Beside each whose deed it commonly is, so that
 * an admin who does it does it for them, and how what it was done to stands afterwards where the
 * event itself does not say so.
 */
public enum AuditActionType {
  BOOKED(AppointmentBooked.class, ActorType.PATIENT, null),
  CONFIRMED(AppointmentConfirmed.class, ActorType.DOCTOR, "confirmed"),
  DECLINED(AppointmentDeclined.class, ActorType.DOCTOR, "declined"),
  CANCELLED(AppointmentCancelled.class, null, "cancelled"),
  RESCHEDULED(AppointmentRescheduled.class, null, null),
  MOVE_REQUESTED(AppointmentMoveRequested.class, ActorType.PATIENT, null),
  MOVE_DECLINED(AppointmentMoveDeclined.class, ActorType.DOCTOR, null),
  MOVE_WITHDRAWN(AppointmentMoveWithdrawn.class, ActorType.PATIENT, null),
  JOIN_LINK_SET(AppointmentJoinLinkSet.class, ActorType.DOCTOR, null),
  LEFT_AS_IS(AppointmentLeftAsIs.class, null, null),
  COMPLETED(AppointmentCompleted.class, ActorType.DOCTOR, "completed"),
  NO_SHOW(AppointmentMissed.class, ActorType.DOCTOR, "no_show"),
  REOPENED(AppointmentReopened.class, ActorType.DOCTOR, "confirmed"),
  HOLD_PLACED(HoldPlaced.class, ActorType.PATIENT, "held"),
  HOLD_ENDED(HoldEnded.class, null, null),
  PATIENT_REGISTERED(PatientRegistered.class, ActorType.PATIENT, null),
  PROFILE_REVISED(PatientProfileRevised.class, ActorType.PATIENT, null),
  LEGAL_HOLD_PLACED(LegalHoldPlaced.class, null, "held"),
  LEGAL_HOLD_LIFTED(LegalHoldLifted.class, null, "kept"),
  PATIENT_ERASED(PatientErased.class, null, "erased"),
  PATIENT_KEY_DESTROYED(PatientKeyDestroyed.class, null, null),
  DOCTOR_REGISTERED(DoctorRegistered.class, null, null),
  LOCATION_ADDED(LocationAdded.class, ActorType.DOCTOR, null),
  ROOM_ADDED(RoomAdded.class, ActorType.DOCTOR, null),
  ROOM_SHARED(RoomShared.class, ActorType.DOCTOR, null),
  DOCTOR_PROFILE_REVISED(DoctorProfileRevised.class, ActorType.DOCTOR, null),
  DOCTOR_LEFT(DoctorLeft.class, null, "left"),
  DOCTOR_RETURNED(DoctorReturned.class, null, "practising"),
  LOCATION_REVISED(LocationRevised.class, ActorType.DOCTOR, null),
  PRIMARY_LOCATION_CHOSEN(PrimaryLocationChosen.class, ActorType.DOCTOR, null),
  LOCATION_CLOSED(LocationClosed.class, ActorType.DOCTOR, "closed"),
  LOCATION_REOPENED(LocationReopened.class, ActorType.DOCTOR, "open"),
  ROOM_REVISED(RoomRevised.class, ActorType.DOCTOR, null),
  ROOM_CLOSED(RoomClosed.class, ActorType.DOCTOR, "closed"),
  ROOM_REOPENED(RoomReopened.class, ActorType.DOCTOR, "open"),
  ROOM_UNSHARED(RoomUnshared.class, ActorType.DOCTOR, null),
  APPOINTMENT_TYPE_DEFINED(AppointmentTypeDefined.class, ActorType.DOCTOR, null),
  APPOINTMENT_TYPE_WITHDRAWN(AppointmentTypeWithdrawn.class, ActorType.DOCTOR, null),
  TEMPLATE_DEFINED(ScheduleTemplateDefined.class, ActorType.DOCTOR, null),
  TEMPLATE_REMOVED(ScheduleTemplateRemoved.class, ActorType.DOCTOR, null),
  EXCEPTION_ADDED(AvailabilityExceptionAdded.class, ActorType.DOCTOR, null),
  WEEKLY_HOURS_SET(WeeklyHoursSet.class, ActorType.DOCTOR, null),
  EXCEPTION_REVISED(AvailabilityExceptionRevised.class, ActorType.DOCTOR, null),
  EXCEPTION_REMOVED(AvailabilityExceptionRemoved.class, ActorType.DOCTOR, null),
  TIME_OFF_REQUESTED(TimeOffRequested.class, ActorType.DOCTOR, "requested"),
  TIME_OFF_APPROVED(TimeOffApproved.class, null, "approved"),
  TIME_OFF_REVISED(TimeOffRevised.class, ActorType.DOCTOR, null),
  TIME_OFF_REJECTED(TimeOffRejected.class, null, "rejected"),
  TIME_OFF_CANCELLED(TimeOffCancelled.class, ActorType.DOCTOR, "cancelled"),
  DOCTOR_OVERBOOKED(DoctorOverbooked.class, ActorType.DOCTOR, null),
  VISITS_HIT(VisitsHit.class, null, null),
  VISITS_RELIEVED(VisitsRelieved.class, null, null),
  HIT_VISIT_KEPT(HitVisitKept.class, ActorType.DOCTOR, "kept"),
  EXTERNAL_CALENDAR_READ(ExternalBusyTimesSeen.class, ActorType.DOCTOR, null),
  CALENDAR_CONNECTED(CalendarConnected.class, ActorType.DOCTOR, "connected"),
  CALENDAR_GRANT_BROKEN(CalendarGrantBroken.class, null, "broken"),
  CALENDAR_READING_JUDGED(CalendarReadingJudged.class, null, null),
  CALENDAR_DISCONNECTED(CalendarDisconnected.class, ActorType.DOCTOR, "disconnected"),
  CALENDAR_CHANGE_PROPOSED(CalendarChangeProposed.class, null, "proposed"),
  CALENDAR_CHANGE_SETTLED(CalendarChangeSettled.class, ActorType.DOCTOR, null),
  REMINDERS_PLANNED(RemindersPlanned.class, ActorType.DOCTOR, null),
  NOTIFICATION_SENT(NotificationSent.class, null, "sent"),
  NOTIFICATION_KEPT(NotificationKept.class, null, "kept"),
  NOTIFICATION_DELIVERED(NotificationDelivered.class, null, "delivered"),
  NOTIFICATION_UNDELIVERED(NotificationUndelivered.class, null, "undelivered"),
  NOTIFICATION_FAILED(NotificationFailed.class, null, "failed"),
  NOTIFICATION_WITHDRAWN(NotificationWithdrawn.class, null, "withdrawn"),
  NOTIFICATION_REQUEUED(NotificationRequeued.class, null, "queued"),
  CONSENT_GIVEN(ConsentGiven.class, ActorType.PATIENT, "given"),
  CONSENT_WITHDRAWN(ConsentWithdrawn.class, ActorType.PATIENT, "withdrawn"),
  EMERGENCY_ACCESS_TAKEN(EmergencyAccessTaken.class, null, null),
  PATIENT_DATA_READ(PatientDataRead.class, null, null),
  ACCESS_REFUSED(AccessRefused.class, null, null),
  ACCESS_REFUSED_AGAIN(AccessRefusedAgain.class, null, null),
  LOGIN_REFUSED(LoginRefused.class, null, null),
  SIGN_INS_REFUSED(SignInsRefused.class, null, null),
  LOGIN_INVITED(LoginInvited.class, null, null),
  LOGIN_LINK_SHOWN(LoginLinkShown.class, null, null),
  LOGIN_CREATED(LoginCreated.class, null, null),
  LOGIN_DISABLED(LoginDisabled.class, null, null),
  LOGIN_ENABLED(LoginEnabled.class, null, null),
  PASSWORD_RESET_REQUESTED(PasswordResetRequested.class, null, null),
  PASSWORD_CHANGED(PasswordChanged.class, null, null),
  SIGNED_IN(SignedIn.class, null, null),
  SIGNED_OUT(SignedOut.class, null, null),
  LOG_READ(LogRead.class, null, null),
  LOG_EXPORTED(LogExported.class, null, null),
  REBUILD_ORDERED(RebuildOrdered.class, null, null);

  private static final Map<Class<?>, AuditActionType> OF_EVENTS =
      Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.event, Function.identity()));

  private final Class<?> event;
  private final @Nullable ActorType principal;
  private final @Nullable String status;

  AuditActionType(Class<?> event, @Nullable ActorType principal, @Nullable String status) {
    this.event = event;
    this.principal = principal;
    this.status = status;
  }

  public static Optional<AuditActionType> of(Class<?> eventType) {
    return Optional.ofNullable(OF_EVENTS.get(eventType));
  }

  /** The kind of an entry; none where a later version of this software wrote it. */
  public static Optional<AuditActionType> named(String action) {
    return Arrays.stream(values()).filter(kind -> kind.action().equals(action)).findFirst();
  }

  public String action() {
    return name().toLowerCase(Locale.ROOT);
  }

  public @Nullable ActorType principal() {
    return principal;
  }

  public @Nullable String status() {
    return status;
  }
}
