package medic.sagas.calendars.remote.feeds;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import medic.sagas.outside.PublicInternet;

/**
 * Which addresses a feed may be fetched from, as a doctor names them.
 *
 * @param inside whether this machine and private networks are allowed, and plain http
 */
public record FeedRules(boolean inside) {

  private static final int MAX_LENGTH = 2000;
  private static final Pattern WEBCAL =
      Pattern.compile("^(webcals?|feed)://", Pattern.CASE_INSENSITIVE);
  private static final String WHAT_IS_ALLOWED = "must be an address that begins with https://";

  /** Refuses an address by its form, before anything is looked up. Whoever logs in may say so. */
  URI verified(String text) {
    try {
      URI uri = new URI(WEBCAL.matcher(text.strip()).replaceFirst("https://"));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = "https".equals(scheme) || inside && "http".equals(scheme);
      if (text.length() <= MAX_LENGTH && web && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      throw new FeedRefused(WHAT_IS_ALLOWED);
    }
    throw new FeedRefused(WHAT_IS_ALLOWED);
  }

  boolean allows(InetAddress address) {
    return inside || PublicInternet.has(address);
  }
}
