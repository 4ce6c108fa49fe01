package medic.sagas.messages.channels.push;

import java.time.Clock;
import medic.personal.SealedJson;
import medic.sagas.messages.outbox.TestSealing;
import medic.sagas.messages.sending.SagaDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Browsers of patients, in a database. */
public final class TestSubscriptions {

  private static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  private TestSubscriptions() {}

  public static PushSubscriptions at(Clock clock) {
    return new PushSubscriptions(
        new JdbcTemplate(SagaDatabase.dataSource()),
        new SealedJson(JsonMapper.builder().addModule(TestSealing.module()).build()),
        clock);
  }

  public static PushSubscription browser(String endpoint) {
    return new PushSubscription(endpoint, POINT, "BTBZMqHH6r4Tts7J_aSIgg");
  }
}
