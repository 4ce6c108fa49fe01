package medic.booking.http;

import static medic.http.Access.Own.DECIDED_INSIDE;

import jakarta.validation.Valid;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.command.hold.ReleaseHold;
import medic.events.id.HoldId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Created;
import medic.http.KeyHeader;
import medic.http.NoContent;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps slots while a form is filled in. */
@RestController
@RequestMapping("/api/holds")
class HoldEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  HoldEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  Created<HoldPlacedOutcome> place(
      @Valid @RequestBody NewHold body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    if (caller.role() == Role.DOCTOR && !caller.is(body.doctorId())) {
      throw ApiException.notFound("doctor");
    }
    HoldId id = ids.of(body.holdId(), KeyHeader.verified(key), caller, HoldId::new);
    CommandResponse<HoldPlacedOutcome> sent =
        sender.send(
            new PlaceHold(
                body.doctorId(), id, body.appointmentTypeId(), body.locationId(), body.startsAt()),
            caller);
    return sent.created("/api/holds/" + id.value(), sent.result());
  }

  @DeleteMapping("/{holdId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  NoContent release(@PathVariable HoldId holdId, Caller caller) {
    return sender.send(new ReleaseHold(holdId), caller).noContent();
  }
}
