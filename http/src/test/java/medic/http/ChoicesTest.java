package medic.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;

class ChoicesTest {

  private enum Way {
    @JsonProperty("by_land")
    LAND,
    SEA {
      @Override
      public String toString() {
        return "the sea";
      }
    }
  }

  @Test
  void namesTheFewThatThereAreAsTheyAreWritten() {
    assertThat(Choices.message(Way.class)).isEqualTo("must be one of by_land, SEA");
  }

  @Test
  void namesNoneOfWhatCannotBeCounted() {
    assertThat(Choices.message(Integer.class)).isEqualTo("is not a valid value");
    assertThat(Choices.message(null)).isEqualTo("is not a valid value");
  }
}
