package medic.sagas.calendars.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches feeds. Names are resolved here and each address checked before it is connected to, also
 * after a redirect, so that what was checked is what is fetched.
 */
final class FeedFetcher implements AutoCloseable {

  private static final int MOST_BYTES = 5 << 20;
  private static final int MOST_REDIRECTS = 3;
  private static final int SECONDS = 20;

  /** A feed's text and the tag of its version; no text when it is unchanged. */
  record Fetched(@Nullable String text, @Nullable String etag) {}

  private final FeedRules rules;
  private final Duration longest;
  private final CloseableHttpClient http;

  /**
   * @param longest for all of a fetch, however slowly it goes on
   */
  FeedFetcher(FeedRules rules, Duration longest) {
    this.rules = rules;
    this.longest = longest;
    this.http =
        HttpClients.custom()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(SECONDS)).build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(checked())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(5, TimeUnit.SECONDS)
                            .setSocketTimeout(SECONDS, TimeUnit.SECONDS)
                            .build())
                    .build())
            .build();
  }

  private DnsResolver checked() {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!Arrays.stream(found).allMatch(rules::allows)) {
          throw new FeedRefused("must lead to the public internet");
        }
        return found;
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  /**
   * @param etag the version known already
   * @throws FeedRefused when the address leads where it must not
   */
  Fetched fetch(String address, @Nullable String etag) {
    Call call = new Call();
    CompletableFuture<Void> timer =
        CompletableFuture.runAsync(
            call::giveUp,
            CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return fetch(rules.verified(address), etag, call);
    } finally {
      timer.cancel(false);
    }
  }

  private Fetched fetch(URI address, @Nullable String etag, Call call) {
    URI at = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Object answer = get(at, etag, call);
      if (answer instanceof Fetched fetched) {
        return fetched;
      }
      at = rules.verified(at.resolve((URI) answer).toString());
    }
    throw new RemoteFailure(Kind.REJECTED, "the feed redirects too often");
  }

  /** What was fetched, or the address to go on to. */
  private Object get(URI at, @Nullable String etag, Call call) {
    HttpGet request = new HttpGet(at);
    request.setHeader("Accept", "text/calendar, text/plain;q=0.5");
    if (etag != null) {
      request.setHeader("If-None-Match", etag);
    }
    call.goOn(request);
    try {
      return http.execute(request, response -> read(response, etag));
    } catch (IOException unreachable) {
      throw unanswered();
    }
  }

  private static RemoteFailure unanswered() {
    return new RemoteFailure(Kind.UNAVAILABLE, "the feed does not answer");
  }

  /** A fetch under way, by one request after the other; another thread may give it up. */
  private static final class Call {

    private @Nullable HttpGet request;
    private boolean givenUp;

    synchronized void goOn(HttpGet next) {
      if (givenUp) {
        throw unanswered();
      }
      request = next;
    }

    synchronized void giveUp() {
      givenUp = true;
      if (request != null) {
        request.cancel();
      }
    }
  }

  private static Object read(ClassicHttpResponse response, @Nullable String etag)
      throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status == 304) {
      return new Fetched(null, etag);
    } else if (status >= 300 && status < 400 && location != null) {
      return URI.create(location.getValue());
    } else if (status == 429 || status >= 500) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "the feed answers " + status);
    } else if (status != 200 || response.getEntity() == null) {
      throw new RemoteFailure(Kind.REJECTED, "the feed answers " + status);
    }
    try (InputStream body = response.getEntity().getContent()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new RemoteFailure(Kind.REJECTED, "the feed is too large");
      }
      Header tag = response.getFirstHeader("ETag");
      return new Fetched(
          new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
          tag == null ? null : tag.getValue());
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
