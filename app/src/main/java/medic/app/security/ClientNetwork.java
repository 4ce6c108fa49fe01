package medic.app.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a client is, as far as one subscriber can choose it freely: an IPv4 address, or the /64 of
 * an IPv6 one; and the surroundings that one can have: a /24, or a /48.
 */
public record ClientNetwork(String address, String surroundings) {

  private static final int IPV4_SURROUNDINGS = 3;
  private static final int IPV6_ADDRESS = 8;
  private static final int IPV6_SURROUNDINGS = 6;

  /** Of a proxy that tells the client's port too: each connection has another. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[.*]):\\d+");

  private static final Pattern IN_FIGURES = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:.*");

  /**
   * @param remote an address in figures, as a container or a trusted proxy tells it
   */
  public static ClientNetwork of(String remote) {
    Matcher withPort = WITH_PORT.matcher(remote);
    String address = (withPort.matches() ? withPort.group(1) : remote).replaceFirst("%.*", "");
    if (!IN_FIGURES.matcher(address).matches()) {
      return new ClientNetwork(remote, remote); // a name is not looked up
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      byte[] bytes = parsed.getAddress();
      return parsed instanceof Inet6Address
          ? new ClientNetwork(first(IPV6_ADDRESS, bytes), first(IPV6_SURROUNDINGS, bytes))
          : new ClientNetwork(first(bytes.length, bytes), first(IPV4_SURROUNDINGS, bytes));
    } catch (UnknownHostException unreadable) {
      return new ClientNetwork(remote, remote);
    }
  }

  private static String first(int bytes, byte[] address) {
    return bytes + ":" + HexFormat.of().formatHex(Arrays.copyOf(address, bytes));
  }
}
