package medic.sagas.messages.channels.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.channels.ProviderAnswer;
import medic.sagas.messages.channels.ProviderHttp;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.sending.MessageChannel;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text messages over Twilio's HTTP interface; the letter's key travels as Idempotency-Key. */
public final class SmsChannel implements MessageChannel {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final ContentType FORM =
      ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8);

  private final ProviderHttp http;
  private final SmsSettings settings;
  private final Consumer<RenderedMessage> optedOut;

  /**
   * @param longest for what a call may take
   * @param optedOut is told of letters whose recipients the provider sends nothing any more
   */
  public SmsChannel(SmsSettings settings, Duration longest, Consumer<RenderedMessage> optedOut) {
    this.optedOut = optedOut;
    this.http = new ProviderHttp("SMS", address -> true, longest);
    this.settings = settings;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.SMS;
  }

  @Override
  public @Nullable String send(RenderedMessage letter) {
    ProviderAnswer answered = http.send(requestOf(letter));
    JsonNode answer = parsed(answered.body());
    if (answered.isSuccess()) {
      return answer.path("sid").asString(null);
    } else if (answer.path("code").asInt(0) == ProviderOptOuts.CODE) {
      optedOut.accept(letter);
      throw DeliveryFailure.unwanted("opted_out");
    }
    throw answered.failure("SMS");
  }

  private HttpPost requestOf(RenderedMessage letter) {
    String callback = settings.publicUrl() + SmsEndpoint.STATUS + "/" + letter.id().value();
    Map<String, String> form =
        Map.of(
            "To", letter.to(),
            "From", settings.from(),
            "Body", letter.shortText(),
            "StatusCallback", callback);
    HttpPost request =
        new HttpPost(
            settings.url() + "/2010-04-01/Accounts/" + settings.account() + "/Messages.json");
    request.setHeader("Authorization", "Basic " + credentials());
    request.setHeader("Idempotency-Key", letter.key());
    request.setEntity(new StringEntity(encoded(form), FORM));
    return request;
  }

  private String credentials() {
    String text = settings.account() + ":" + settings.token();
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
