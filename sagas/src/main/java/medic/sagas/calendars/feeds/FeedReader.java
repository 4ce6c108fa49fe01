package medic.sagas.calendars.feeds;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import medic.sagas.calendars.remote.CalendarReader;
import medic.sagas.calendars.remote.ReadRequest;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.RemotePage;

/** An iCalendar feed by its address: read whole, whenever it has changed. */
public final class FeedReader implements CalendarReader, AutoCloseable {

  private static final Duration LONGEST_FETCH = Duration.ofSeconds(60);

  private final FeedFetcher fetcher;

  public FeedReader(FeedRules rules) {
    fetcher = new FeedFetcher(rules, LONGEST_FETCH);
  }

  @Override
  public RemotePage read(RemoteAccess access, ReadRequest request) {
    FeedFetcher.Fetched fetched = fetched(access.secret(), request);
    return fetched.text() == null
        ? new RemotePage(false, List.of(), null, fetched.etag())
        : new RemotePage(
            true,
            FeedEvents.of(fetched.text(), request.from(), request.to()),
            null,
            fetched.etag());
  }

  /** A name that leads elsewhere by now is a failure like any other. */
  private FeedFetcher.Fetched fetched(String address, ReadRequest request) {
    try {
      return fetcher.fetch(address, request.cursor());
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
  public void probe(String address, ReadRequest request) {
    String text = fetcher.fetch(address, null).text();
    FeedEvents.of(text == null ? "" : text, request.from(), request.to());
  }

  @Override
  public void close() throws IOException {
    fetcher.close();
  }
}
