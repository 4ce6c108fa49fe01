package medic.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({
    "MEDIC_DATA, elsewhere, false",
    "SERVER_ADDRESS, 127.0.0.1, false",
    "SERVER_ADDRESS, ::1, false",
    "SERVER_ADDRESS, localhost, false",
    "SERVER_ADDRESS, 0.0.0.0, true",
    "SERVER_ADDRESS, 192.0.2.1, true",
    "server.address, 127.0.0.1, false",
    "server.address, 0.0.0.0, true",
    "management.server.address, 192.0.2.1, true",
    "MEDIC_DB_URL, jdbc:postgresql://db/medic, true",
    "MEDIC_DB_URL, ' ', false",
    "MEDIC_OIDC_ISSUER, https://issuer.example, true",
    "MEDIC_PUBLIC_URL, https://booking.example.org, true",
    "MEDIC_PUBLIC_URL, no address, true",
    "MEDIC_PUBLIC_URL, http://127.0.0.1:8080, false",
    "MEDIC_PUBLIC_URL, http://[::1]:8080, false",
    "MEDIC_CORS_ORIGINS, https://portal.example, true",
    "MEDIC_CORS_ORIGINS, 'http://localhost:3000, https://portal.example', true",
    "MEDIC_CORS_ORIGINS, 'http://localhost:3000, http://127.0.0.1:3000', false",
    "MEDIC_SMTP_HOST, 192.0.2.1, true",
    "MEDIC_SMTP_HOST, localhost, false",
    "MEDIC_SMS_ACCOUNT, AC1, true",
    "MEDIC_SMS_URL, https://texts.example, false",
  })
  void aConfigurationIsRealWhenOthersCanReachIt(String name, String value, boolean real) {
    MockEnvironment environment = new MockEnvironment().withProperty(name, value);

    assertThat(Settings.isReal(environment)).isEqualTo(real);
  }
}
