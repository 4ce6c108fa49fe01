package medic.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingFormTest {

  @ParameterizedTest
  @EnumSource(Settings.class)
  void everyDefaultFits(Settings setting) {
    String value = setting.defaultValue();

    assertThatCode(() -> Settings.check(with(setting.name(), value))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_PORT, 80a",
    "SERVER_PORT, 65536",
    "SERVER_PORT, -1",
    "SERVER_ADDRESS, 999.1.1.1",
    "MEDIC_DB_URL, postgres://db/medic",
    "MEDIC_DB_POOL, 0",
    "MEDIC_DB_POOL, many",
    "MEDIC_RETENTION, ten years",
    "MEDIC_PROFILE_OPEN_AFTER_VISIT, PT1H",
    "MEDIC_EMERGENCY_ACCESS, 1",
    "MEDIC_REQUESTS_DECLINED_AFTER, three days",
    "MEDIC_REQUESTS_DECLINED_AFTER, PT0S",
    "MEDIC_REQUESTS_DECLINED_AFTER, -PT1H",
    "MEDIC_FEEDS_INSIDE, yes",
    "MEDIC_LANGUAGE, xx",
    "MEDIC_OIDC_ISSUER, accounts.example.org",
    "MEDIC_SMTP_PORT, mail",
    "MEDIC_MAIL_FROM, nobody",
    "MEDIC_MAIL_FROM, Desk <desk@practice.example>",
    "MEDIC_MAIL_FROM, prаxis@practice.example",
    "MEDIC_PRACTICE_EMAIL, desk@prac tice.example",
    "MEDIC_PRACTICE_EMAIL, desk@@practice.example",
    "MEDIC_PRACTICE_COUNTRY, Germany",
    "MEDIC_PRACTICE_COUNTRY, ZZ",
    "MEDIC_SMS_FROM, +4930\u202E123"
  })
  void oneThatDoesNotIsNamedInOneLine(String setting, String value) {
    assertThatThrownBy(() -> Settings.check(with(setting, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(setting + " must be ")
        .hasMessageContaining(value)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsNotSetIsNotLookedAt() {
    assertThatCode(() -> Settings.check(with("SERVER_PORT", " "))).doesNotThrowAnyException();
  }

  private static ConfigurableEnvironment with(String name, String value) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
    return environment;
  }
}
