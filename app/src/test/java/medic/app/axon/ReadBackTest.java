package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

/** What reading would refuse, or take for something else, is not stored. */
class ReadBackTest {

  private final Serializer serializer = Jackson3Serializer.builder().build();

  record Even(@JsonValue String number) {
    @JsonCreator
    static Even of(String number) {
      if (Integer.parseInt(number) % 2 != 0) {
        throw new IllegalArgumentException("odd");
      }
      return new Even(number);
    }
  }

  record Counted(List<Even> numbers) {}

  @Test
  void passesWhatIsReadAsItWasWritten() {
    assertThatCode(() -> prove(new Counted(List.of(new Even("2"), new Even("40")))))
        .doesNotThrowAnyException();
    assertThatCode(() -> prove(MetaData.with("actorId", "boss"))).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatReadingWouldRefuse() {
    assertThatThrownBy(() -> prove(new Counted(List.of(new Even("2"), new Even("3")))))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("could not be read back")
        .hasMessageNotContaining("odd");
  }

  @Test
  void refusesWhatWouldReadDifferently() {
    record Local(int number) {}
    assertThatThrownBy(() -> ReadBack.prove(shifted(new Local(1)), serializer))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("differently");
  }

  private org.axonframework.serialization.SerializedObject<byte[]> shifted(Object event) {
    var written = serializer.serialize(event, byte[].class);
    String json = new String(written.getData(), java.nio.charset.StandardCharsets.UTF_8);
    return new org.axonframework.serialization.SimpleSerializedObject<>(
        json.replace("1", "1.0").getBytes(java.nio.charset.StandardCharsets.UTF_8),
        byte[].class,
        written.getType());
  }

  private void prove(Object event) {
    ReadBack.prove(serializer.serialize(event, byte[].class), serializer);
  }
}
