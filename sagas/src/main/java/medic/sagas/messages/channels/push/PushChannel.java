package medic.sagas.messages.channels.push;

import java.net.URI;
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
import medic.sagas.messages.channels.ProviderAnswer;
import medic.sagas.messages.channels.ProviderHttp;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.sending.MessageChannel;
import medic.sagas.outside.PublicInternet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push (RFC 8030) to every browser of a patient. The topic is the same each time a letter is
 * sent, so that a browser that was off shows one. A browser that is gone is forgotten.
 */
public final class PushChannel implements MessageChannel {

  private static final String ONE_DAY_SECONDS = "86400";
  private static final int TOPIC_LENGTH = 32;
  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProviderHttp http;
  private final PushSettings settings;
  private final PushSubscriptions subscriptions;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * @param longest for what one browser's push service may take
   */
  public PushChannel(
      PushSettings settings,
      PushSubscriptions subscriptions,
      Duration longest,
      Clock clock,
      SecureRandom random) {
    this.http =
        new ProviderHttp(
            "PUSH", address -> settings.privateEndpoints() || PublicInternet.has(address), longest);
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
  public @Nullable String send(RenderedMessage letter) {
    PatientId patient = letter.patient();
    Map<String, PushSubscription> browsers = patient == null ? Map.of() : subscriptions.of(patient);
    Optional<DeliveryFailure> failed = Optional.empty();
    @Nullable String receipt = null;
    boolean taken = false;
    for (Map.Entry<String, PushSubscription> browser : browsers.entrySet()) {
      try {
        ProviderAnswer answer = push(letter, browser.getValue());
        if (GONE.contains(answer.status()) && patient != null) {
          subscriptions.remove(patient, browser.getKey());
        } else {
          taken = true;
          receipt = answer.location() == null ? receipt : answer.location();
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

  private ProviderAnswer push(RenderedMessage letter, PushSubscription browser) {
    ProviderAnswer answer = http.send(requestOf(letter, browser, URI.create(browser.endpoint())));
    if (!answer.isSuccess() && !GONE.contains(answer.status())) {
      throw answer.failure("PUSH");
    }
    return answer;
  }

  private HttpPost requestOf(RenderedMessage letter, PushSubscription browser, URI endpoint) {
    byte[] body =
        PushEncryption.encrypt(
            clear(letter),
            PushKeys.read(decoded(browser.p256dh())),
            decoded(browser.auth()),
            random);
    HttpPost request = new HttpPost(endpoint);
    request.setHeader("TTL", ONE_DAY_SECONDS);
    request.setHeader(
        "Topic", letter.id().value().toString().replace("-", "").substring(0, TOPIC_LENGTH));
    request.setHeader(
        "Authorization",
        settings.key().authorization(endpoint, settings.contact(), clock.instant()));
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM, "aes128gcm"));
    return request;
  }

  /** What the service worker gets, as JSON. */
  private static byte[] clear(RenderedMessage letter) {
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
