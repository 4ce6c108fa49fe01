package medic.query.availability;

import java.time.LocalDate;
import medic.events.id.AppointmentId;
import medic.http.AboutPatient;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.appointments.AppointmentView;
import medic.query.appointments.AppointmentsProjection;
import medic.query.appointments.FindAppointment;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import medic.query.web.TimeRange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/appointments/{appointmentId}/offer}: what could be chosen from on that day when
 * the visit was booked, the visit's own time included, with the terms it was offered under.
 */
@RestController
@ReadModel(AppointmentsProjection.GROUP)
class OfferEndpoint {

  /** The read model keeps a time cut down to a microsecond, which the event's lies within. */
  private static final int MICROSECOND = 999;

  private final Questions questions;

  OfferEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/appointments/{appointmentId}/offer")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  AboutPatient<OpenSlotsView> offer(@PathVariable AppointmentId appointmentId, Caller caller) {
    AppointmentView visit =
        questions
            .askForOne(new FindAppointment(appointmentId, null), AppointmentView.class)
            .filter(found -> caller.mayRead(found.doctorId(), found.patientId()))
            .orElseThrow(() -> ApiException.notFound("appointment"));
    AppointmentView first =
        questions
            .askForOne(
                new FindAppointment(appointmentId, visit.bookedAt().plusNanos(MICROSECOND)),
                AppointmentView.class)
            .orElse(visit);
    return new AboutPatient<>(first.patientId(), slotsThen(appointmentId, first));
  }

  private OpenSlotsView slotsThen(AppointmentId appointmentId, AppointmentView first) {
    String day = LocalDate.ofInstant(first.startsAt(), first.doctorTimezone()).toString();
    return questions.ask(
        new FindOpenSlots(
            first.doctorId(),
            first.appointmentTypeId(),
            null,
            TimeRange.parse(day, day),
            first.bookedAt(),
            appointmentId,
            false,
            null),
        OpenSlotsView.class);
  }
}
