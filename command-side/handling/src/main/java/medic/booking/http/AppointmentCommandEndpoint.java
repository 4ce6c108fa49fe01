package medic.booking.http;

import static medic.http.Access.Own.DECIDED_INSIDE;

import jakarta.validation.Valid;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.ReopenAppointment;
import medic.command.appointment.WithdrawMove;
import medic.events.id.AppointmentId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Created;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Books appointments and moves them along. Whose they are is decided with the appointment. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentCommandEndpoint {

  private final CommandSender sender;
  private final Bookings bookings;

  AppointmentCommandEndpoint(CommandSender sender, Bookings bookings) {
    this.sender = sender;
    this.bookings = bookings;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  Created<AppointmentOutcome> book(
      @Valid @RequestBody NewBooking body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    BookAppointment command = bookings.command(body, key, caller);
    CommandResponse<AppointmentOutcome> sent =
        sender.send(command, caller, key, body.request("book"));
    return sent.created(
        "/api/appointments/" + sent.result().appointmentId().value(), sent.result());
  }

  @PostMapping("/{appointmentId}/confirm")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> confirm(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new ConfirmAppointment(appointmentId, ReasonBody.of(body)), "confirm", key, caller);
  }

  @PostMapping("/{appointmentId}/decline")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> decline(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new DeclineAppointment(appointmentId, ReasonBody.of(body)), "decline", key, caller);
  }

  @PostMapping("/{appointmentId}/cancel")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> cancel(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new CancelAppointment(appointmentId, ReasonBody.of(body)), "cancel", key, caller);
  }

  @PostMapping("/{appointmentId}/reschedule")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> reschedule(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody Move body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(body.command(appointmentId, caller), body.request(), key, caller);
  }

  /** Takes back a move that waits for the doctor's word. */
  @PostMapping("/{appointmentId}/withdraw-move")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> withdrawMove(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new WithdrawMove(appointmentId, ReasonBody.of(body)), "withdraw-move", key, caller);
  }

  @PostMapping("/{appointmentId}/complete")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> complete(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(
        new CompleteAppointment(appointmentId, ReasonBody.of(body)), "complete", key, caller);
  }

  @PostMapping("/{appointmentId}/no-show")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> noShow(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new MarkNoShow(appointmentId, ReasonBody.of(body)), "no-show", key, caller);
  }

  /** Takes back a mistaken completion or no-show. */
  @PostMapping("/{appointmentId}/reopen")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> reopen(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody GivenReason body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return step(new ReopenAppointment(appointmentId, body.reason()), "reopen", key, caller);
  }

  private ResponseEntity<AppointmentOutcome> step(
      Object command, String request, @Nullable String key, Caller caller) {
    CommandResponse<AppointmentOutcome> sent =
        sender.send(command, caller, KeyHeader.verified(key), request);
    return sent.ok(sent.result());
  }
}
