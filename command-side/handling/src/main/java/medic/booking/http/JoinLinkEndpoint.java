package medic.booking.http;

import static medic.http.Access.Own.DECIDED_INSIDE;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.SetJoinLink;
import medic.command.doctor.JoinUrl;
import medic.events.id.AppointmentId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where one video visit is joined, in place of the address of its type. Its patient is told. */
@RestController
class JoinLinkEndpoint {

  private final CommandSender sender;
  private final RequestKeys keys;

  JoinLinkEndpoint(CommandSender sender, RequestKeys keys) {
    this.sender = sender;
    this.keys = keys;
  }

  /** {@code null}, which must be said, takes a visit's own address back. */
  record Link(@JsonProperty(required = true) @Nullable @Size(max = 300) @JoinUrl String joinLink) {}

  @PutMapping("/api/appointments/{appointmentId}/join-link")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DECIDED_INSIDE)
  ResponseEntity<AppointmentOutcome> set(
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody Link body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    // The address may hold a name or a password: it is told apart from others, and not noted.
    CommandResponse<AppointmentOutcome> sent =
        sender.send(
            new SetJoinLink(appointmentId, body.joinLink()),
            caller,
            KeyHeader.verified(key),
            "join-link " + keys.digest(String.valueOf(body.joinLink()), caller));
    return sent.ok(sent.result());
  }
}
