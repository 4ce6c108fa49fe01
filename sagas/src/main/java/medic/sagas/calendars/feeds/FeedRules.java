package medic.sagas.calendars.feeds;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import medic.sagas.outside.PublicInternet;

/**
 * Which addresses a feed may be fetched from, as a doctor names them.
 *
 * @param inside whether this machine and private networks are allowed, and plain http
 */
public record FeedRules(boolean inside) {

  private static final int LONGEST = 2000;

  /** Refuses an address by its form, before anything is looked up. */
  URI verified(String text) {
    try {
      URI uri = new URI(text.replaceFirst("^webcal://", "https://"));
      boolean web = "https".equals(uri.getScheme()) || inside && "http".equals(uri.getScheme());
      if (text.length() <= LONGEST && web && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      throw new FeedRefused("must be an address that begins with https://");
    }
    throw new FeedRefused("must be an address that begins with https://");
  }

  boolean allows(InetAddress address) {
    return inside || PublicInternet.has(address);
  }
}
