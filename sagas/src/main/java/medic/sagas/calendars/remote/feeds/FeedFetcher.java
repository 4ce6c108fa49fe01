package medic.sagas.calendars.remote.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.outside.OutOfBoundsException;
import medic.sagas.outside.OutsideCall;
import medic.sagas.outside.OutsideHttp;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Fetches feeds, over a few redirects. */
final class FeedFetcher implements AutoCloseable {

  private static final int MAX_BYTES = 5 << 20;
  private static final int MAX_REDIRECTS = 3;

  /** A feed's text and the tag of its version; no text when it is unchanged. */
  record Fetched(@Nullable String text, @Nullable String etag) {}

  private final FeedRules rules;
  private final Duration longest;
  private final OutsideHttp http;

  /**
   * @param longest for all of a fetch, however slowly it goes on
   */
  FeedFetcher(FeedRules rules, Duration longest) {
    this.rules = rules;
    this.longest = longest;
    this.http = new OutsideHttp(rules::allows);
  }

  /**
   * @param etag the version known already
   * @throws FeedRefused when the address leads where it must not
   */
  Fetched fetch(String address, @Nullable String etag) {
    FeedLogin login = FeedLogin.in(rules.verified(address));
    URI at = login.address();
    try (OutsideCall call = http.begin(longest)) {
      for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
        Object answer = get(at, login, etag, call);
        if (answer instanceof Fetched fetched) {
          return fetched;
        }
        at = FeedLogin.in(rules.verified(at.resolve((URI) answer).toString())).address();
      }
    }
    throw new RemoteFailure(Kind.REJECTED, "the feed redirects too often");
  }

  /** What was fetched, or the address to go on to. */
  private static Object get(URI at, FeedLogin login, @Nullable String etag, OutsideCall call) {
    HttpGet request = new HttpGet(at);
    login.authorize(at, request);
    request.setHeader("Accept", "text/calendar, text/plain;q=0.5");
    if (etag != null) {
      request.setHeader("If-None-Match", etag);
    }
    try {
      return call.send(request, response -> read(response, etag));
    } catch (OutOfBoundsException elsewhere) {
      throw new FeedRefused("must lead to the public internet");
    } catch (IOException unreachable) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "the feed does not answer");
    }
  }

  private static Object read(ClassicHttpResponse response, @Nullable String etag)
      throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status == 304) {
      return new Fetched(null, etag);
    } else if (status >= 300 && status < 400 && location != null) {
      return elsewhere(location.getValue());
    } else if (status == 429 || status >= 500) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "the feed answers " + status);
    } else if (status != 200 || response.getEntity() == null) {
      throw new RemoteFailure(Kind.REJECTED, "the feed answers " + status);
    }
    try (InputStream body = response.getEntity().getContent()) {
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new RemoteFailure(Kind.REJECTED, "the feed is too large");
      }
      Header tag = response.getFirstHeader("ETag");
      return new Fetched(
          new String(bytes, StandardCharsets.UTF_8), tag == null ? null : tag.getValue());
    }
  }

  /** What leads nowhere may hold a secret: no exception is to quote it. */
  private static URI elsewhere(String location) {
    try {
      return new URI(location.strip());
    } catch (URISyntaxException malformed) {
      throw new RemoteFailure(Kind.REJECTED, "the feed redirects to what is no address");
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
