package medic.sagas.calendars.remote.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.CalendarListEntry;
import com.google.api.services.calendar.model.Channel;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import medic.sagas.calendars.remote.CalendarReader;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.CopyContent;
import medic.sagas.calendars.remote.PushChannels;
import medic.sagas.calendars.remote.ReadRequest;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.RemotePage;
import org.jspecify.annotations.Nullable;

/** Google Calendar through Google's own client. */
public final class GoogleCalendar implements CalendarReader, CalendarWriter, PushChannels {

  private static final int PAGE = 250;

  private final GoogleSettings settings;
  private final GoogleCalls calls;

  public GoogleCalendar(GoogleSettings settings, Clock clock) {
    this.settings = settings;
    this.calls = new GoogleCalls(clock);
  }

  /** The name of a calendar that may have been called {@code primary}. */
  public String nameOf(RemoteAccess access) {
    CalendarListEntry entry =
        calls.call(() -> client(access).calendarList().get(access.calendar()).execute());
    return entry.getId();
  }

  /**
   * With a cursor no bound of time may be named: it stands for those of the listing that gave it,
   * and deletions always come.
   */
  @Override
  public RemotePage read(RemoteAccess access, ReadRequest request) {
    Events page =
        calls.call(
            () -> {
              Calendar.Events.List list =
                  client(access)
                      .events()
                      .list(access.calendar())
                      .setSingleEvents(true)
                      .setMaxResults(PAGE)
                      .setPageToken(request.page());
              if (request.cursor() != null) {
                list.setSyncToken(request.cursor());
              } else {
                list.setTimeMin(at(request.from())).setTimeMax(at(request.to()));
              }
              return list.execute();
            });
    ZoneId zone = ZoneId.of(page.getTimeZone() == null ? "UTC" : page.getTimeZone());
    List<Event> items = page.getItems() == null ? List.of() : page.getItems();
    return new RemotePage(
        request.cursor() == null,
        items.stream().map(event -> GoogleEvents.read(event, zone)).toList(),
        page.getNextPageToken(),
        page.getNextSyncToken());
  }

  @Override
  public RemoteEvent insert(RemoteAccess access, CopyContent copy) {
    Event event = GoogleEvents.written(copy);
    return read(
        calls.call(() -> client(access).events().insert(access.calendar(), event).execute()));
  }

  @Override
  public RemoteEvent change(RemoteAccess access, CopyContent copy, @Nullable String etag) {
    return read(
        calls.call(
            () -> {
              var patch =
                  client(access)
                      .events()
                      .patch(access.calendar(), copy.id(), GoogleEvents.rewritten(copy));
              if (etag != null) {
                patch.getRequestHeaders().setIfMatch(etag);
              }
              return patch.execute();
            }));
  }

  @Override
  public void delete(RemoteAccess access, String id, @Nullable String etag) {
    calls.call(
        () -> {
          var delete = client(access).events().delete(access.calendar(), id);
          if (etag != null) {
            delete.getRequestHeaders().setIfMatch(etag);
          }
          return delete.execute();
        });
  }

  @Override
  public Optional<RemoteEvent> find(RemoteAccess access, String id) {
    try {
      return Optional.of(
          read(calls.call(() -> client(access).events().get(access.calendar(), id).execute())));
    } catch (RemoteFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public Opened open(RemoteAccess access, String channelId, String token, String address) {
    Channel asked =
        new Channel().setId(channelId).setType("web_hook").setToken(token).setAddress(address);
    Channel opened =
        calls.call(() -> client(access).events().watch(access.calendar(), asked).execute());
    return new Opened(opened.getResourceId(), Instant.ofEpochMilli(opened.getExpiration()));
  }

  @Override
  public void stop(RemoteAccess access, String channelId, String resourceId) {
    Channel channel = new Channel().setId(channelId).setResourceId(resourceId);
    calls.call(() -> client(access).channels().stop(channel).execute());
  }

  /** Our own copies have times of their own, so that the calendar's zone is of no account. */
  private static RemoteEvent read(Event event) {
    return GoogleEvents.read(event, ZoneId.of("UTC"));
  }

  private static DateTime at(Instant instant) {
    return new DateTime(instant.toEpochMilli());
  }

  private Calendar client(RemoteAccess access) {
    return new Calendar.Builder(
            GoogleCalls.TRANSPORT, GoogleCalls.JSON, GoogleCalls.withToken(access.secret()))
        .setRootUrl(settings.calendarRoot())
        .setApplicationName("medic")
        .build();
  }
}
