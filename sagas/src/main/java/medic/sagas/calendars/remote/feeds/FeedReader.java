package medic.sagas.calendars.remote.feeds;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import medic.sagas.calendars.remote.CalendarReader;
import medic.sagas.calendars.remote.ReadRequest;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.RemotePage;
import org.jspecify.annotations.Nullable;

/** An iCalendar feed by its address: read whole, whenever it has changed. */
public final class FeedReader implements CalendarReader, AutoCloseable {

  private static final Duration MAX_FETCH_TIME = Duration.ofSeconds(60);

  /** Of the way in which feeds are read: what was read in another is read again. */
  private static final String EDITION = "2";

  private final FeedRules rules;
  private final FeedFetcher fetcher;

  public FeedReader(FeedRules rules) {
    this.rules = rules;
    fetcher = new FeedFetcher(rules, MAX_FETCH_TIME);
  }

  @Override
  public RemotePage read(RemoteAccess access, ReadRequest request) {
    ZoneId zone = request.owner().zone();
    FeedFetcher.Fetched fetched = fetched(access.secret(), etag(request.cursor(), zone));
    if (fetched.text() == null) {
      return new RemotePage(false, List.of(), null, request.cursor());
    }
    FeedReading reading = read(fetched.text(), access, request);
    return new RemotePage(
        true,
        reading.events(),
        reading.unsure(),
        reading.skipped(),
        null,
        cursor(fetched.etag(), zone));
  }

  /** A feed that has not changed is read anew for another zone. */
  private static @Nullable String cursor(@Nullable String etag, ZoneId zone) {
    return etag == null ? null : EDITION + " " + zone.getId() + " " + etag;
  }

  private static @Nullable String etag(@Nullable String cursor, ZoneId zone) {
    String head = EDITION + " " + zone.getId() + " ";
    return cursor != null && cursor.startsWith(head) ? cursor.substring(head.length()) : null;
  }

  private FeedReading read(String text, RemoteAccess access, ReadRequest request) {
    URI address = rules.verified(access.secret());
    List<String> names =
        List.of(request.owner().email(), access.calendar(), String.valueOf(address.getPath()));
    return FeedEvents.of(
        text, new FeedEvents.Wanted(request.owner().zone(), names, request.from(), request.to()));
  }

  /** A name that leads elsewhere by now is a failure like any other. */
  private FeedFetcher.Fetched fetched(String address, @Nullable String etag) {
    try {
      return fetcher.fetch(address, etag);
    } catch (FeedRefused refused) {
      throw new RemoteFailure(Kind.REJECTED, "the feed leads where it must not");
    }
  }

  /**
   * Reads a feed once, to see whether it is one.
   *
   * @throws FeedRefused when its address is not one that we fetch from
   * @throws RemoteFailure when it cannot be read
   */
  public void probe(RemoteAccess access, ReadRequest request) {
    String text = fetcher.fetch(access.secret(), null).text();
    read(text == null ? "" : text, access, request);
  }

  @Override
  public void close() throws IOException {
    fetcher.close();
  }
}
