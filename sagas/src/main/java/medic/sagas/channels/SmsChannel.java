package medic.sagas.channels;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import medic.events.notification.NotificationChannel;
import medic.sagas.notifications.DeliveryFailure;
import medic.sagas.notifications.Letter;
import medic.sagas.notifications.MessageChannel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text messages over Twilio's HTTP interface; the letter's key travels as Idempotency-Key. */
public final class SmsChannel implements MessageChannel {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Twilio's code for a number whose owner has sent STOP. */
  private static final int OPTED_OUT = 21610;

  private final BoundedHttp http;
  private final SmsSettings settings;

  /**
   * @param longest for what a call may take
   */
  SmsChannel(SmsSettings settings, Duration longest) {
    this.http = new BoundedHttp("SMS", longest);
    this.settings = settings;
  }

  @Override
  public NotificationChannel channel() {
    return NotificationChannel.SMS;
  }

  @Override
  public @Nullable String send(Letter letter) {
    HttpResponse<String> response = http.send(requestOf(letter), BodyHandlers.ofString());
    JsonNode answer = parsed(response.body());
    if (HttpFailures.isSuccess(response)) {
      return answer.path("sid").asString(null);
    } else if (answer.path("code").asInt(0) == OPTED_OUT) {
      throw DeliveryFailure.unwanted("opted_out");
    }
    throw HttpFailures.of("SMS", response);
  }

  private HttpRequest requestOf(Letter letter) {
    String callback = settings.publicUrl() + SmsEndpoint.STATUS + "/" + letter.id().value();
    Map<String, String> form =
        Map.of(
            "To", letter.to(),
            "From", settings.from(),
            "Body", letter.shortText(),
            "StatusCallback", callback);
    return HttpRequest.newBuilder(
            URI.create(
                settings.url() + "/2010-04-01/Accounts/" + settings.account() + "/Messages.json"))
        .header("Authorization", "Basic " + credentials())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Idempotency-Key", letter.key())
        .POST(BodyPublishers.ofString(encoded(form)))
        .build();
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
