package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import medic.events.EventMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateEventTest {

  private static final String POSITION = "{\"" + EventMetaData.LATE_POSITION + "\":\"7\"";

  @Test
  void tellsItsPositionFirst() {
    assertThat(with("{\"a\":\"b\"}")).isEqualTo(POSITION + ",\"a\":\"b\"}");
    assertThat(with(" {} ")).isEqualTo(POSITION + "}");
    assertThat(with(null)).isEqualTo(POSITION + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[1,2", "null", "\"{\""})
  void leavesWhatIsNoObject(String metaData) {
    assertThat(with(metaData)).isEqualTo(metaData);
  }

  private static String with(String metaData) {
    return new String(
        LateEvent.with(7, metaData == null ? null : metaData.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }
}
