package medic.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever stands in the header where a token would, without one an address pays. */
class AddressLimitTest {

  private static final int MAX_REQUESTS = 40;

  private final AddressLimit limit =
      new AddressLimit(new RequestLimit(MAX_REQUESTS, TimeMeter.SYSTEM_NANOTIME));

  private int asked(String path, String authorization) throws Exception {
    return asked(path, path, authorization, "192.0.2.1");
  }

  private int asked(String written, String path, String authorization, String address)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", written);
    request.setServletPath(path);
    request.setRemoteAddr(address);
    request.addHeader("Authorization", authorization);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic eDp5", "Digest x", "x", " ", "DPoP x", "Be arer x"})
  void whatIsNoTokenIsCounted(String authorization) throws Exception {
    for (int i = 0; i < MAX_REQUESTS; i++) {
      assertThat(asked("/set-password.html", authorization)).isEqualTo(200);
    }
    assertThat(asked("/set-password.html", authorization)).isEqualTo(429);
  }

  @Test
  void largeAnswersAreWorthManyWithItToo() throws Exception {
    assertThat(asked("/v3/api-docs", "Basic eDp5")).isEqualTo(200);
    assertThat(asked("/v3/api-docs", "Basic eDp5")).isEqualTo(200);
    assertThat(asked("/v3/api-docs", "Basic eDp5")).isEqualTo(429);
  }

  @Test
  void whoBringsATokenThatIsTakenPaysAsACaller() throws Exception {
    for (int i = 0; i < 2 * MAX_REQUESTS; i++) {
      assertThat(asked("/api/doctors", "bearer x")).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:%d", "[2001:db8:1:2::1]:%d", "2001:db8:1:2::%x"})
  void oneSubscriberIsOneHoweverTheAddressIsTold(String address) throws Exception {
    String page = "/set-password.html";
    for (int i = 0; i < MAX_REQUESTS; i++) {
      assertThat(asked(page, page, "x", address.formatted(1_000 + i))).isEqualTo(200);
    }
    assertThat(asked(page, page, "x", address.formatted(2_000))).isEqualTo(429);
  }

  @Test
  void largeAnswersAreWorthManyHoweverTheirPathIsWritten() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThat(asked("/%763/api-docs", "/v3/api-docs", "x", "192.0.2.1")).isEqualTo(200);
    }
    assertThat(asked("/%763/api-docs", "/v3/api-docs", "x", "192.0.2.1")).isEqualTo(429);
  }

  @Test
  void healthIsAlwaysTold() throws Exception {
    for (int i = 0; i < 2 * MAX_REQUESTS; i++) {
      assertThat(asked("/actuator/health/liveness", "x")).isEqualTo(200);
    }
  }
}
