package medic.sagas.channels;

import java.time.Clock;
import medic.personal.SealedJson;
import medic.sagas.notifications.SagaDatabase;
import medic.sagas.notifications.TestSealing;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Browsers of patients, in a database. */
final class TestSubscriptions {

  private static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  private TestSubscriptions() {}

  static PushSubscriptions at(Clock clock) {
    return new PushSubscriptions(
        new JdbcTemplate(SagaDatabase.dataSource()),
        new SealedJson(JsonMapper.builder().addModule(TestSealing.module()).build()),
        clock);
  }

  static PushSubscription browser(String endpoint) {
    return new PushSubscription(endpoint, POINT, "BTBZMqHH6r4Tts7J_aSIgg");
  }
}
