package medic.sagas.messages.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsKeywordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        " stop ",
        "Stop.",
        "\"STOP\"",
        "«Stop»",
        "STOP ALL",
        "stop-all",
        "STOP!!! ",
        "ＳＴＯＰ",
        "Stop \ud83d\uded1",
        "s\u200btop",
        "STOP\n",
        "stop stop",
        "ARRÊT",
        "arre\u0302t",
        "Arrêt.",
        "opt out",
        "Opt-Out",
        "UNSUBSCRIBE",
        "Cancel",
        "end",
        "Quit",
        "revoke",
        "ALTO",
        "Baja",
        "parar",
        "Stopp!",
        "abmelden",
        "Стоп",
        "'stop'"
      })
  void stops(String text) {
    assertThat(SmsKeyword.of("", text)).isEqualTo(SmsKeyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "start.", "Un-stop", "\"Yes\"", "yes!", "opt in"})
  void starts(String text) {
    assertThat(SmsKeyword.of("", text)).isEqualTo(SmsKeyword.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help?", " Info ", "Hilfe!"})
  void asksWhoWrites(String text) {
    assertThat(SmsKeyword.of("", text)).isEqualTo(SmsKeyword.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "...",
        "Can I stop by at nine?",
        "Please cancel my visit",
        "Stopover",
        "yes please",
        "No",
        "The end of May suits me",
        "starting when?",
        "7",
        "Cancel 10:30",
        "cancel 3/12",
        "YES 10:30",
        "End 5"
      })
  void isNothingElse(String text) {
    assertThat(SmsKeyword.of("", text)).isEqualTo(SmsKeyword.NONE);
  }

  @Test
  void believesTheProvidersOwnWordBeforeTheTexts() {
    assertThat(SmsKeyword.of("STOP", "adios")).isEqualTo(SmsKeyword.STOP);
    assertThat(SmsKeyword.of("START", "hola")).isEqualTo(SmsKeyword.START);
    assertThat(SmsKeyword.of("HELP", "stop")).isEqualTo(SmsKeyword.HELP);
    assertThat(SmsKeyword.of("OTHER", "stop")).isEqualTo(SmsKeyword.STOP);
  }
}
