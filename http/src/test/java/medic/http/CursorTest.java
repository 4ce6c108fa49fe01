package medic.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final String ID = "00000000-0000-0001-0000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2026-11-30T12:30:00.123456789Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  void isReadAsItWasWritten(String at) {
    Cursor cursor = new Cursor(Instant.parse(at), ID);
    assertThat(Cursor.decodeUuid(cursor.encode())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2026-11-30T12:30:00Z",
        "2026-11-30 " + ID,
        "1970-01-01T00:00:00Z " + ID + "\u0000",
        "1970-01-01T00:00:00Z " + ID + "\n",
        "+294277-01-01T00:00:00Z " + ID,
        "+10000-01-01T00:00:00Z " + ID,
        "0000-12-31T23:59:59Z " + ID,
        "-4713-01-01T00:00:00Z " + ID,
        "+1000000000-12-31T23:59:59.999999999Z " + ID,
        "-1000000000-01-01T00:00:00Z " + ID
      })
  void refusesWhatNoPageEndsAt(String forged) {
    String text = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> Cursor.decode(text))
        .satisfies(refused -> assertThat(refused.errors().get(0).code()).isEqualTo("MALFORMED"));
  }
}
