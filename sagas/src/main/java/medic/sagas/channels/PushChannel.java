package medic.sagas.channels;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.sagas.notifications.DeliveryFailure;
import medic.sagas.notifications.Letter;
import medic.sagas.notifications.MessageChannel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push (RFC 8030) to every browser of a patient. The topic is the same each time a letter is
 * sent, so that a browser that was off shows one. A browser that is gone is forgotten.
 */
final class PushChannel implements MessageChannel {

  private static final String ONE_DAY_SECONDS = "86400";
  private static final int TOPIC_LENGTH = 32;
  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BoundedHttp http;
  private final PushSettings settings;
  private final PushSubscriptions subscriptions;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * @param longest for what one browser's push service may take
   */
  PushChannel(
      PushSettings settings,
      PushSubscriptions subscriptions,
      Duration longest,
      Clock clock,
      SecureRandom random) {
    this.http = new BoundedHttp("PUSH", longest);
    this.settings = settings;
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.PUSH;
  }

  /** Sent when one browser at least took it. */
  @Override
  public @Nullable String send(Letter letter) {
    PatientId patient = letter.patient();
    Map<String, PushSubscription> browsers = patient == null ? Map.of() : subscriptions.of(patient);
    Optional<DeliveryFailure> failed = Optional.empty();
    @Nullable String receipt = null;
    boolean taken = false;
    for (Map.Entry<String, PushSubscription> browser : browsers.entrySet()) {
      try {
        HttpResponse<Void> response = push(letter, browser.getValue());
        if (GONE.contains(response.statusCode()) && patient != null) {
          subscriptions.remove(patient, browser.getKey());
        } else {
          taken = true;
          receipt = response.headers().firstValue("Location").orElse(receipt);
        }
      } catch (DeliveryFailure failure) {
        failed = Optional.of(failure);
      }
    }
    if (!taken) {
      throw failed.orElseGet(() -> DeliveryFailure.unwanted("no_subscription"));
    }
    return receipt;
  }

  private HttpResponse<Void> push(Letter letter, PushSubscription browser) {
    URI endpoint = URI.create(browser.endpoint());
    if (!settings.privateEndpoints() && !PublicAddresses.has(endpoint)) {
      throw DeliveryFailure.lasting("PUSH_ADDRESS");
    }
    HttpResponse<Void> response =
        http.send(requestOf(letter, browser, endpoint), BodyHandlers.discarding());
    if (!HttpFailures.isSuccess(response) && !GONE.contains(response.statusCode())) {
      throw HttpFailures.of("PUSH", response);
    }
    return response;
  }

  private HttpRequest requestOf(Letter letter, PushSubscription browser, URI endpoint) {
    byte[] body =
        PushEncryption.encrypt(
            clear(letter),
            PushKeys.read(decoded(browser.p256dh())),
            decoded(browser.auth()),
            random);
    return HttpRequest.newBuilder(endpoint)
        .header("TTL", ONE_DAY_SECONDS)
        .header("Topic", letter.id().value().toString().replace("-", "").substring(0, TOPIC_LENGTH))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header(
            "Authorization",
            settings.key().authorization(endpoint, settings.contact(), clock.instant()))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** What the service worker gets, as JSON. */
  private static byte[] clear(Letter letter) {
    Map<String, String> content =
        Map.of(
            "id", letter.id().value().toString(),
            "title", letter.subject(),
            "body", letter.shortText());
    return JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }
}
