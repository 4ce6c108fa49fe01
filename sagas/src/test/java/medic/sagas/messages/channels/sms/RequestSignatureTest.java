package medic.sagas.messages.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {

  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final Map<String, String[]> FORM =
      Map.of(
          "To", new String[] {"+18005551212"},
          "From", new String[] {"+14158675309"},
          "Digits", new String[] {"1234"},
          "Caller", new String[] {"+14158675309"},
          "CallSid", new String[] {"CA1234567890ABCDE"});

  /** The example of the provider's own libraries. */
  @Test
  void isTheProviders() {
    assertThat(RequestSignature.of("12345", URL, FORM)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void isWrongForAnythingElse() {
    String right = RequestSignature.of("12345", URL, FORM);
    assertThat(RequestSignature.isRight(right, "12345", URL, FORM)).isTrue();
    assertThat(RequestSignature.isRight(right, "12346", URL, FORM)).isFalse();
    assertThat(RequestSignature.isRight(right, "12345", URL + "3", FORM)).isFalse();
    assertThat(RequestSignature.isRight(null, "12345", URL, FORM)).isFalse();
  }
}
