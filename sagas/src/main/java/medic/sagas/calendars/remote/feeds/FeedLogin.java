package medic.sagas.calendars.remote.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A name and password that stand in a feed's address. They go as a header to where the address
 * leads, and nowhere else that it redirects to.
 */
final class FeedLogin {

  private final URI address;
  private final @Nullable String credentials;

  private FeedLogin(URI address, @Nullable String credentials) {
    this.address = address;
    this.credentials = credentials;
  }

  static FeedLogin in(URI uri) {
    String login = uri.getUserInfo();
    return login == null
        ? new FeedLogin(uri, null)
        : new FeedLogin(URI.create(withoutLogin(uri)), login);
  }

  private static String withoutLogin(URI uri) {
    return uri.toString().replaceFirst("//[^/?#]*@", "//");
  }

  URI address() {
    return address;
  }

  /** Only where it was meant for: the same scheme, host and port. */
  void authorize(URI at, HttpRequest request) {
    if (credentials != null && origin(at).equalsIgnoreCase(origin(address))) {
      byte[] login = credentials.getBytes(StandardCharsets.UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  @Override
  public String toString() {
    return "a login";
  }
}
