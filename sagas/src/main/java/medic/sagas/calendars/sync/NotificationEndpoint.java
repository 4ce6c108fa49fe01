package medic.sagas.calendars.sync;

import java.time.Clock;
import medic.http.AnyParameters;
import medic.http.ApiException;
import medic.http.MayAnswer;
import medic.http.Public;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.connections.Secrets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Google tells that a calendar has changed; what has, it does not tell. Whoever does not know
 * channel, resource and token is answered as if there were no such channel.
 */
@RestController
@Public
@AnyParameters
@RequestMapping("/api/calendar-connections/google/notifications")
class NotificationEndpoint {

  /** The first message of a channel tells nothing but that it is open. */
  private static final String OPENED = "sync";

  private final ChannelTable channels;
  private final RoundTable rounds;
  private final ObjectProvider<CalendarWorker> worker;
  private final Clock clock;

  NotificationEndpoint(
      ChannelTable channels,
      RoundTable rounds,
      ObjectProvider<CalendarWorker> worker,
      Clock clock) {
    this.channels = channels;
    this.rounds = rounds;
    this.worker = worker;
    this.clock = clock;
  }

  @MayAnswer(HttpStatus.NOT_FOUND)
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void told(
      @RequestHeader("X-Goog-Channel-ID") String channelId,
      @RequestHeader("X-Goog-Channel-Token") String token,
      @RequestHeader("X-Goog-Resource-ID") String resourceId,
      @RequestHeader("X-Goog-Resource-State") String state) {
    ChannelTable.Channel channel =
        channels
            .find(channelId)
            .filter(c -> Secrets.matches(token, c.tokenHash()))
            .filter(c -> c.resourceId() == null || c.resourceId().equals(resourceId))
            .orElseThrow(() -> ApiException.notFound("channel"));
    if (!state.equals(OPENED)) {
      rounds.ask(channel.connectionId(), clock.instant());
      worker.ifAvailable(CalendarWorker::wake);
    }
  }
}
