package medic.sagas.channels;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Keeps addresses that strangers gave us from leading into our own network. */
final class PublicAddresses {

  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private PublicAddresses() {}

  /** Is it an https address whose host is public, under all of its addresses? */
  static boolean has(URI endpoint) {
    if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
      return false;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
        if (isPrivate(address)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
  }
}
