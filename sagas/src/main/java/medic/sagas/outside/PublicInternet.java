package medic.sagas.outside;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where the public internet is. Strangers name addresses, and our server must not be led to what
 * only it can reach.
 */
public final class PublicInternet {

  private PublicInternet() {}

  /** Is this an https address whose host is public now, under all of its addresses? */
  public static boolean isAt(URI uri) {
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      return false;
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(PublicInternet::has);
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  /** Asked of every address that a name leads to. */
  public static boolean has(InetAddress address) {
    return !(address.isAnyLocalAddress()
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
