package medic.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServlet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever brings no token is counted, however they ask. */
class AddressLimitTest {

  private static final int MOST = 40;

  private final AddressLimit filter =
      new AddressLimit(new RequestLimit(MOST, TimeMeter.SYSTEM_NANOTIME));

  private static MockHttpServletRequest page(String address) {
    MockHttpServletRequest page = new MockHttpServletRequest("GET", "/set-password.html");
    page.setServletPath("/set-password.html");
    page.setRemoteAddr(address);
    return page;
  }

  private int status(MockHttpServletRequest request) {
    try {
      MockHttpServletResponse response = new MockHttpServletResponse();
      filter.doFilter(request, response, new MockFilterChain(new HttpServlet() {}));
      return response.getStatus();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private long refused(int times, IntFunction<MockHttpServletRequest> requests) {
    return IntStream.range(0, times)
        .map(i -> status(requests.apply(i)))
        .filter(s -> s == 429)
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic eDp5", "x", "", "Digest username=\"x\"", "Token abc", " Bearer a"})
  void whatIsNoTokenCountsAsNone(String authorization) {
    long refused =
        refused(
            2 * MOST,
            i -> {
              MockHttpServletRequest request = page("192.0.2.1");
              request.addHeader("Authorization", authorization);
              return request;
            });

    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:%d", "[2001:db8:1:2::1]:%d", "2001:db8:1:2::%x", "192.0.2.1"})
  void oneSubscriberIsOneHoweverTheAddressIsTold(String address) {
    assertThat(refused(2 * MOST, i -> page(address.formatted(i + 1_000)))).isPositive();
  }

  @Test
  void aLargeAnswerIsWorthMoreHoweverItsPathIsWritten() {
    long refused =
        refused(
            MOST / 2,
            i -> {
              MockHttpServletRequest request = new MockHttpServletRequest("GET", "/%763/api-docs");
              request.setServletPath("/v3/api-docs");
              request.setRemoteAddr("192.0.2.1");
              return request;
            });

    assertThat(refused).isPositive();
  }

  @Test
  void healthIsAlwaysTold() {
    long refused =
        refused(
            2 * MOST,
            i -> {
              MockHttpServletRequest request = page("192.0.2.1");
              request.setServletPath("/actuator/health/liveness");
              return request;
            });

    assertThat(refused).isZero();
  }
}
