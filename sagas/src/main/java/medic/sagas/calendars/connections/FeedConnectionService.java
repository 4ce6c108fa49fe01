package medic.sagas.calendars.connections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medic.events.calendar.CalendarProvider;
import medic.events.id.DoctorId;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.FieldError;
import medic.sagas.InTheNameOf;
import medic.sagas.calendars.remote.CalendarOwner;
import medic.sagas.calendars.remote.ReadRequest;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.feeds.FeedReader;
import medic.sagas.calendars.remote.feeds.FeedRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Connects feeds: read once first, so that a wrong address is told at once. */
@Component
class FeedConnectionService {

  private final FeedReader reader;
  private final ConnectionService service;
  private final CalendarOwners owners;
  private final Clock clock;

  FeedConnectionService(
      FeedReader reader, ConnectionService service, CalendarOwners owners, Clock clock) {
    this.reader = reader;
    this.service = service;
    this.owners = owners;
    this.clock = clock;
  }

  ConnectionService.Made connect(DoctorId doctor, NewConnection body, Caller caller) {
    if (body.url() == null) {
      throw ApiException.badField("url", "NOT_NULL", "must be given");
    }
    if (body.name() == null) {
      throw ApiException.badField("name", "NOT_NULL", "must be given");
    }
    probe(new RemoteAccess(body.name(), body.url()), owners.of(doctor));
    return service.connect(
        new ConnectionService.Wish(
            doctor, CalendarProvider.ICALENDAR, body.name(), List.of(), false, body.url()),
        InTheNameOf.actor(caller));
  }

  private void probe(RemoteAccess access, CalendarOwner owner) {
    Instant now = clock.instant();
    try {
      reader.probe(access, new ReadRequest(null, null, now, now.plus(Duration.ofDays(1)), owner));
    } catch (FeedRefused refused) {
      throw ApiException.badField("url", "FEED_NOT_ALLOWED", String.valueOf(refused.getMessage()));
    } catch (RemoteFailure unreadable) {
      String why = String.valueOf(unreadable.getMessage());
      throw new ApiException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "FEED_UNREADABLE",
          why,
          new FieldError("url", "FEED_UNREADABLE", why));
    }
  }
}
