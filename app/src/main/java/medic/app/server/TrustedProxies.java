package medic.app.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.app.Settings;
import medic.app.StartRefused;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies whose word on where a request comes from is believed: the last address in {@code
 * X-Forwarded-For} that is not one of theirs is the client's, for everything that asks. From
 * anybody else the header means nothing.
 */
final class TrustedProxies {

  private TrustedProxies() {}

  /**
   * @param networks addresses and networks (CIDR), separated by commas
   */
  static RemoteIpValve valve(String networks) {
    List<String> all = Stream.of(networks.split(",")).map(String::strip).toList();
    all.forEach(TrustedProxies::mustBeNetwork);
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(
        all.stream().map(TrustedProxies::withBits).collect(Collectors.joining(",")));
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    return valve;
  }

  private static void mustBeNetwork(String network) {
    try {
      var unused = new IpAddressMatcher(network);
    } catch (IllegalArgumentException malformed) {
      throw new StartRefused(
          Settings.MEDIC_TRUSTED_PROXIES
              + " must be addresses or networks such as 10.0.0.0/8, separated by commas.");
    }
  }

  private static String withBits(String network) {
    if (network.contains("/")) {
      return network;
    }
    return network + (network.contains(":") ? "/128" : "/32");
  }
}
