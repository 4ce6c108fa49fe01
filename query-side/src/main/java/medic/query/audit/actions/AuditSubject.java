package medic.query.audit.actions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import medic.events.access.AccessEvent;
import medic.events.access.AccessRefused;
import medic.events.access.AccessRefusedAgain;
import medic.events.access.AccessedResource;
import medic.events.access.LogExported;
import medic.events.access.PatientDataRead;
import medic.events.appointment.AppointmentEvent;
import medic.events.calendar.CalendarChangeProposed;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarEvent;
import medic.events.consent.ConsentEvent;
import medic.events.doctor.DoctorOverbooked;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.HitVisitKept;
import medic.events.hold.HoldEvent;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.login.LoginEvent;
import medic.events.notification.NotificationEvent;
import medic.events.notification.NotificationSubject;
import medic.events.patient.EmergencyAccessTaken;
import medic.events.patient.PatientEvent;
import org.jspecify.annotations.Nullable;

/** Whose deed it was not, but who is concerned by it: at most one of each. */
public record AuditSubject(
    @Nullable UUID appointmentId, @Nullable UUID doctorId, @Nullable UUID patientId) {

  private static final AuditSubject NOBODY = new AuditSubject(null, null, null);

  static AuditSubject by(Object event) {
    if (event instanceof AppointmentEvent visit) {
      return of(visit.appointmentId(), visit.doctorId(), visit.patientId());
    } else if (event instanceof NotificationEvent notification) {
      NotificationSubject about = notification.about();
      return of(about.appointmentId(), about.doctorId(), about.patientId());
    } else if (event instanceof CalendarEvent calendar) {
      return of(appointmentOf(calendar), calendar.doctorId(), null);
    } else if (event instanceof DoctorOverbooked over) {
      return of(over.appointmentId(), over.doctorId(), null);
    } else if (event instanceof HitVisitKept kept) {
      return of(kept.appointmentId(), kept.doctorId(), null);
    } else if (event instanceof DoctorScheduleEvent schedule) {
      return of(null, schedule.doctorId(), null);
    } else if (event instanceof HoldEvent hold) {
      return of(null, hold.doctorId(), null);
    } else if (event instanceof ConsentEvent consent) {
      return of(null, null, consent.patientId());
    } else if (event instanceof EmergencyAccessTaken emergency) {
      return of(null, emergency.doctorId(), emergency.patientId());
    } else if (event instanceof PatientEvent patient) {
      return of(null, null, patient.patientId());
    }
    if (event instanceof LoginEvent login) {
      return by(login);
    }
    return event instanceof AccessEvent access ? by(access) : NOBODY;
  }

  private static @Nullable AppointmentId appointmentOf(CalendarEvent event) {
    if (event instanceof CalendarChangeProposed proposed) {
      return proposed.appointmentId();
    }
    return event instanceof CalendarChangeSettled settled ? settled.appointmentId() : null;
  }

  private static AuditSubject by(LoginEvent event) {
    return switch (event.loginType()) {
      case PATIENT -> of(null, null, PatientId.of(event.loginId()));
      case DOCTOR -> of(null, DoctorId.of(event.loginId()), null);
      case ADMIN, AUDITOR, SYSTEM -> NOBODY;
    };
  }

  private static AuditSubject by(AccessEvent event) {
    if (event instanceof PatientDataRead read) {
      AccessedResource resource = read.resource();
      return of(resource.appointmentId(), resource.doctorId(), onlyOneOf(read.patients()));
    } else if (event instanceof AccessRefused refused) {
      return by(refused.resource());
    } else if (event instanceof AccessRefusedAgain refused) {
      return by(refused.resource());
    }
    return event instanceof LogExported exported ? of(null, null, exported.patientId()) : NOBODY;
  }

  private static AuditSubject by(AccessedResource resource) {
    return of(resource.appointmentId(), resource.doctorId(), resource.patientId());
  }

  private static @Nullable PatientId onlyOneOf(List<PatientId> patients) {
    return patients.size() == 1 ? patients.get(0) : null;
  }

  private static AuditSubject of(
      @Nullable AppointmentId appointment, @Nullable DoctorId doctor, @Nullable PatientId patient) {
    return new AuditSubject(
        id(appointment, AppointmentId::value),
        id(doctor, DoctorId::value),
        id(patient, PatientId::value));
  }

  private static <T> @Nullable UUID id(@Nullable T id, Function<T, UUID> value) {
    return Optional.ofNullable(id).map(value).orElse(null);
  }
}
