package medic.booking.http;

import static medic.http.Access.Own.DECIDED_INSIDE;

import jakarta.validation.Valid;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.OverbookAppointment;
import medic.command.appointment.OverbookMove;
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

/**
 * Gives a doctor a visit although their time is taken then, with a reason. Rooms and patients are
 * never overbooked.
 */
@RestController
@RequestMapping("/api/appointments")
class OverbookingEndpoint {

  private final CommandSender sender;
  private final Bookings bookings;

  OverbookingEndpoint(CommandSender sender, Bookings bookings) {
    this.sender = sender;
    this.bookings = bookings;
  }

  @PostMapping("/overbook")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  Created<AppointmentOutcome> book(
      @Valid @RequestBody NewBooking body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    OverbookAppointment command = OverbookAppointment.of(bookings.command(body, key, caller));
    RulesToOverride.mustHave(body.reason());
    CommandResponse<AppointmentOutcome> sent =
        sender.send(command, caller, key, body.request("overbook"));
    return sent.created(
        "/api/appointments/" + sent.result().appointmentId().value(), sent.result());
  }

  @PostMapping("/{appointmentId}/overbook")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> move(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody Move body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    RulesToOverride.mustHave(body.reason());
    OverbookMove command = OverbookMove.of(body.command(appointmentId, caller));
    CommandResponse<AppointmentOutcome> sent =
        sender.send(command, caller, KeyHeader.verified(key), "overbook " + body.request());
    return sent.ok(sent.result());
  }
}
