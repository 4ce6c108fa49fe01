package medic.fakegoogle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Push channels: who wants to be told that a calendar has changed. Nothing is told of what. */
final class Channels {

  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final Duration LIFETIME = Duration.ofDays(7);

  private record Channel(
      String id,
      String resourceId,
      FakeCalendar calendar,
      URI address,
      String token,
      Instant until) {}

  private final Map<String, Channel> open = new LinkedHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Names names;
  private final Clock clock;
  private final Executor executor;
  private volatile int copies = 1;
  private long messages;

  Channels(Names names, Clock clock, Executor executor) {
    this.names = names;
    this.clock = clock;
    this.executor = executor;
  }

  /** How often each message is sent: 0 loses them all, 2 repeats each. */
  void copies(int number) {
    copies = number;
  }

  synchronized ObjectNode watch(FakeCalendar calendar, ObjectNode asked) {
    String id = asked.path("id").asString("");
    String address = asked.path("address").asString("");
    if (id.isEmpty() || !"web_hook".equals(asked.path("type").asString(""))) {
      throw ApiError.badRequest("required", "A channel needs an id and the type web_hook.");
    }
    if (!address.startsWith("https://") && !address.startsWith("http://127.0.0.1:")) {
      throw ApiError.badRequest("push.webhookUrlNotHttps", "WebHook callback must be HTTPS");
    }
    if (open.containsKey(id)) {
      throw ApiError.badRequest("channelIdNotUnique", "Channel id " + id + " not unique");
    }
    Instant now = clock.instant();
    long ttl = asked.path("params").path("ttl").asLong(LIFETIME.toSeconds());
    Channel channel =
        new Channel(
            id,
            names.next(),
            calendar,
            URI.create(address),
            asked.path("token").asString(""),
            now.plusSeconds(Math.min(ttl, LIFETIME.toSeconds())));
    open.put(id, channel);
    tell(channel, "sync");
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "api#channel")
        .put("id", id)
        .put("resourceId", channel.resourceId())
        .put("resourceUri", "/calendar/v3/calendars/" + calendar.id() + "/events")
        .put("token", channel.token())
        .put("expiration", Long.toString(channel.until().toEpochMilli()));
  }

  synchronized void stop(ObjectNode asked) {
    Channel channel = open.get(asked.path("id").asString(""));
    if (channel == null || !channel.resourceId().equals(asked.path("resourceId").asString(""))) {
      throw new ApiError(404, "notFound", "Channel not found");
    }
    open.remove(channel.id());
  }

  synchronized void changed(FakeCalendar calendar) {
    open.values().removeIf(channel -> channel.until().isBefore(clock.instant()));
    open.values().stream()
        .filter(channel -> channel.calendar() == calendar)
        .forEach(channel -> tell(channel, "exists"));
  }

  synchronized ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    open.values()
        .forEach(
            channel ->
                all.addObject()
                    .put("id", channel.id())
                    .put("calendar", channel.calendar().id())
                    .put("address", channel.address().toString())
                    .put("expiration", channel.until().toString()));
    return all;
  }

  private void tell(Channel channel, String state) {
    long number = ++messages;
    for (int i = 0; i < copies; i++) {
      executor.execute(() -> post(channel, state, number));
    }
  }

  private void post(Channel channel, String state, long number) {
    HttpRequest request =
        HttpRequest.newBuilder(channel.address())
            .timeout(Duration.ofSeconds(5))
            .header("X-Goog-Channel-ID", channel.id())
            .header("X-Goog-Channel-Token", channel.token())
            .header("X-Goog-Channel-Expiration", channel.until().toString())
            .header("X-Goog-Resource-ID", channel.resourceId())
            .header("X-Goog-Resource-URI", channel.calendar().id())
            .header("X-Goog-Resource-State", state)
            .header("X-Goog-Message-Number", Long.toString(number))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      LOG.debug("told {} of {}: {}", channel.address(), state, status);
    } catch (IOException unreachable) {
      LOG.debug("could not tell {}: {}", channel.address(), unreachable.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
