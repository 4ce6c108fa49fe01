package medic.booking.http;

import static medic.http.Access.Own.PATIENT_IN_PATH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A patient's yes or no to messages by a channel. */
@RestController
class ConsentEndpoint {

  private final CommandSender sender;

  ConsentEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  record Choice(@NotNull NotificationChannel channel, @NotNull Boolean given) {}

  @PostMapping("/api/patients/{patientId}/consents")
  @Access(
      value = {Role.ADMIN, Role.PATIENT},
      own = PATIENT_IN_PATH)
  ResponseEntity<Map<String, Object>> choose(
      @PathVariable PatientId patientId,
      @Valid @RequestBody Choice choice,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    if (!choice.channel().isAutomatic()) {
      throw ApiException.badField("channel", "UNKNOWN_VALUE", "Calls need no consent.");
    }
    Object command =
        choice.given()
            ? new GiveConsent(patientId, choice.channel(), ConsentSource.ACCOUNT)
            : new WithdrawConsent(patientId, choice.channel(), ConsentSource.ACCOUNT);
    return sender
        .send(command, caller, KeyHeader.verified(key), choice.toString())
        .ok(Map.of("channel", choice.channel(), "given", choice.given()));
  }
}
