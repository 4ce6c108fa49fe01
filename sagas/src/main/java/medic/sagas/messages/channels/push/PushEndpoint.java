package medic.sagas.messages.channels.push;

import static medic.http.Access.Own.PATIENT_IN_PATH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Created;
import medic.http.Role;
import medic.sagas.messages.consents.PatientConsents;
import medic.sagas.outside.PublicInternet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A patient's browsers that take pushes, in the words of the browsers' own PushSubscription. */
@RestController
class PushEndpoint {

  private static final int AUTH_BYTES = 16;

  private final PushSubscriptions subscriptions;
  private final PushSettings settings;
  private final PatientConsents consents;

  PushEndpoint(PushSubscriptions subscriptions, PushSettings settings, PatientConsents consents) {
    this.subscriptions = subscriptions;
    this.settings = settings;
    this.consents = consents;
  }

  record Keys(@NotBlank @Size(max = 200) String p256dh, @NotBlank @Size(max = 100) String auth) {}

  record Browser(@NotBlank @Size(max = 1000) String endpoint, @NotNull @Valid Keys keys) {}

  @GetMapping("/api/notifications/push-key")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  Map<String, String> key() {
    return Map.of("publicKey", settings.key().publicPoint());
  }

  @PostMapping("/api/patients/{patientId}/push-subscriptions")
  @Access(
      value = {Role.PATIENT},
      own = PATIENT_IN_PATH)
  Created<Map<String, String>> subscribe(
      @PathVariable PatientId patientId, @Valid @RequestBody Browser browser) {
    verifyEndpoint(browser.endpoint());
    verifyKeys(browser.keys());
    consents.give(patientId, NotificationChannel.PUSH, ConsentSource.SUBSCRIPTION);
    String id =
        subscriptions.put(
            patientId,
            new PushSubscription(
                browser.endpoint(), browser.keys().p256dh(), browser.keys().auth()));
    return new Created<>(
        "/api/patients/" + patientId.value() + "/push-subscriptions/" + id,
        Map.of("subscriptionId", id),
        HttpHeaders.EMPTY);
  }

  @DeleteMapping("/api/patients/{patientId}/push-subscriptions/{subscriptionId}")
  @Access(
      value = {Role.PATIENT},
      own = PATIENT_IN_PATH)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsubscribe(@PathVariable PatientId patientId, @PathVariable String subscriptionId) {
    if (!subscriptions.remove(patientId, subscriptionId)) {
      throw ApiException.notFound("subscription");
    }
  }

  private void verifyEndpoint(String endpoint) {
    try {
      URI address = URI.create(endpoint);
      if (settings.privateEndpoints() || PublicInternet.isAt(address)) {
        return;
      }
    } catch (IllegalArgumentException malformed) {
      // told below, as any other that will not do
    }
    throw ApiException.badField("endpoint", "INVALID_VALUE", "must be a public https address");
  }

  private static void verifyKeys(Keys keys) {
    try {
      var unused = PushKeys.read(Base64.getUrlDecoder().decode(keys.p256dh()));
    } catch (IllegalArgumentException malformed) {
      throw ApiException.badField("keys.p256dh", "INVALID_VALUE", "must be a point of P-256");
    }
    try {
      if (Base64.getUrlDecoder().decode(keys.auth()).length == AUTH_BYTES) {
        return;
      }
    } catch (IllegalArgumentException malformed) {
      // told below, as any other length
    }
    throw ApiException.badField("keys.auth", "INVALID_VALUE", "must be 16 bytes in base64url");
  }
}
