package medic.sagas.messages.channels;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.outside.OutOfBoundsException;
import medic.sagas.outside.OutsideCall;
import medic.sagas.outside.OutsideHttp;
import medic.sagas.outside.TooLateException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Calls to a provider of messages: answered, or a failure of their delivery. */
public final class ProviderHttp {

  static final Duration MAX_TIME = Duration.ofSeconds(15);

  private static final int MAX_CHARACTERS = 1 << 16;

  private final OutsideHttp http;
  private final String provider;
  private final Duration longest;

  /**
   * @param provider begins the codes of failures
   * @param allowed the addresses that it may be at
   * @param longest for a whole call, its body included
   */
  public ProviderHttp(String provider, Predicate<InetAddress> allowed, Duration longest) {
    this.http = new OutsideHttp(allowed);
    this.provider = provider;
    this.longest = longest;
  }

  /**
   * The whole answer, whatever its status.
   *
   * @throws DeliveryFailure passing when there is none in time, lasting when the provider is where
   *     it must not be
   */
  public ProviderAnswer send(HttpUriRequestBase request) {
    try (OutsideCall call = http.begin(longest)) {
      return call.send(request, ProviderHttp::read);
    } catch (OutOfBoundsException elsewhere) {
      throw DeliveryFailure.lasting(provider + "_ADDRESS");
    } catch (TooLateException late) {
      throw DeliveryFailure.passing(provider + "_TIMEOUT");
    } catch (IOException unreachable) {
      throw DeliveryFailure.passing(provider + "_UNREACHABLE");
    }
  }

  private static ProviderAnswer read(ClassicHttpResponse response) throws IOException {
    return new ProviderAnswer(
        response.getCode(),
        header(response, "Retry-After"),
        header(response, "Location"),
        body(response.getEntity()));
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static String body(@Nullable HttpEntity entity) throws IOException {
    try {
      return entity == null
          ? ""
          : EntityUtils.toString(entity, StandardCharsets.UTF_8, MAX_CHARACTERS);
    } catch (ParseException malformed) {
      throw new IOException(malformed);
    }
  }
}
