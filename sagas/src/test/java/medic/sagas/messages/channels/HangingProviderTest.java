package medic.sagas.messages.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.sagas.messages.channels.push.PushChannel;
import medic.sagas.messages.channels.push.PushSettings;
import medic.sagas.messages.channels.push.PushSubscriptions;
import medic.sagas.messages.channels.push.TestSubscriptions;
import medic.sagas.messages.channels.push.VapidKey;
import medic.sagas.messages.channels.sms.SmsChannel;
import medic.sagas.messages.channels.sms.SmsSettings;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.sending.MessageChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that sends the headers of its answers and never a body. */
@Timeout(60)
@Tag("server")
class HangingProviderTest {

  private static final PatientId PATIENT = new PatientId(new UUID(3, 1));
  private static final Duration SHORT = Duration.ofMillis(300);

  private final HttpServer provider;
  private volatile boolean called;

  HangingProviderTest() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          called = true;
          exchange.sendResponseHeaders(201, 5);
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void letsATextMessageFailForNow() {
    SmsSettings settings =
        new SmsSettings(address(), "account", "token", "+15005550006", URI.create("http://us"));

    fails(
        new SmsChannel(settings, SHORT, letter -> {}), DeliveryFailure.Kind.PASSING, "SMS_TIMEOUT");
  }

  @Test
  void letsAPushFailForNow() {
    fails(pushes(true), DeliveryFailure.Kind.PASSING, "PUSH_TIMEOUT");
  }

  /** Whatever its name led to when the browser subscribed. */
  @Test
  void isNotEvenCalledWhereOnlyThisMachineIs() {
    fails(pushes(false), DeliveryFailure.Kind.LASTING, "PUSH_ADDRESS");
    assertThat(called).isFalse();
  }

  private PushChannel pushes(boolean privateEndpoints) {
    PushSubscriptions subscriptions = TestSubscriptions.at(Clock.systemUTC());
    subscriptions.put(PATIENT, TestSubscriptions.browser(address().toString()));
    PushSettings settings =
        new PushSettings(
            VapidKey.of(new String(VapidKey.generate(), StandardCharsets.UTF_8)),
            "desk@practice.example",
            privateEndpoints);
    return new PushChannel(settings, subscriptions, SHORT, Clock.systemUTC(), new SecureRandom());
  }

  private static void fails(MessageChannel channel, DeliveryFailure.Kind kind, String code) {
    DeliveryFailure failure =
        catchThrowableOfType(DeliveryFailure.class, () -> channel.send(letter()));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
  }

  private URI address() {
    return URI.create("http://localhost:" + provider.getAddress().getPort());
  }

  private static RenderedMessage letter() {
    return new RenderedMessage(
        new NotificationId(new UUID(3, 2)),
        "key",
        PATIENT,
        "+15005550007",
        Locale.ENGLISH,
        "subject",
        "short",
        "text",
        null,
        null);
  }
}
