package medic.sagas.calendars.feeds;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Which addresses a feed may be fetched from: a doctor names the address, and our server must not
 * be led to what only it can reach.
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

  /** Is this where the public internet is? Asked of every address that a name leads to. */
  boolean allows(InetAddress address) {
    return inside
        || !(address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress()
            || (address instanceof Inet6Address
                ? !isGlobal(address.getAddress())
                : isSpecial(address.getAddress())));
  }

  /** 2000::/3 without the ranges in it that lead elsewhere: 2001::/23 and 2002::/16 (6to4). */
  private static boolean isGlobal(byte[] ip) {
    int first = (ip[0] & 0xFF) << 8 | ip[1] & 0xFF;
    int second = (ip[2] & 0xFF) << 8 | ip[3] & 0xFF;
    boolean tunnels = first == 0x2002 || first == 0x2001 && (second < 0x200 || second == 0xDB8);
    return first >= 0x2000 && first < 0x4000 && !tunnels;
  }

  /** Shared, benchmark, protocol, documentation and reserved ranges of RFC 6890. */
  private static boolean isSpecial(byte[] ip) {
    int first = ip[0] & 0xFF;
    int second = ip.length > 1 ? ip[1] & 0xFF : 0;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean protocols = first == 192 && second == 0;
    return first == 0 || first >= 240 || shared || benchmarks || protocols;
  }
}
