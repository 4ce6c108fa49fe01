package medic.sagas.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls that lead where they may and end when they must. Names are resolved here and each address
 * checked before it is connected to, so that what was checked is what is called. Redirects are
 * answers like others, and nothing is tried again.
 */
public final class OutsideHttp implements AutoCloseable {

  private static final int CONNECT_SECONDS = 5;
  private static final int READ_SECONDS = 20;

  private final CloseableHttpClient http;

  /**
   * @param allowed says of each address of a host whether it may be called
   */
  public OutsideHttp(Predicate<InetAddress> allowed) {
    this.http =
        HttpClients.custom()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(READ_SECONDS)).build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(only(allowed))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                            .setSocketTimeout(READ_SECONDS, TimeUnit.SECONDS)
                            .build())
                    .build())
            .build();
  }

  private static DnsResolver only(Predicate<InetAddress> allowed) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!Arrays.stream(found).allMatch(allowed)) {
          throw new OutOfBoundsException();
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
   * Begins a call, of one request or of several that follow redirects.
   *
   * @param longest for all of it, bodies included, however slowly it goes on
   */
  public OutsideCall begin(Duration longest) {
    return new OutsideCall(http, longest);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
