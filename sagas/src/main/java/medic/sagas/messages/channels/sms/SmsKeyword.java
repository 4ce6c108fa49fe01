package medic.sagas.messages.channels.sms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody's text message asks for, as carriers read it: a message that is one of their words
 * and nothing else, however it is spelled, spaced, accented, quoted or ended.
 */
enum SmsKeyword {
  /** No more messages. */
  STOP(
      "STOP",
      "STOPALL",
      "UNSUBSCRIBE",
      "CANCEL",
      "END",
      "QUIT",
      "REVOKE",
      "OPTOUT",
      "STOPP",
      "STOPPEN",
      "ABMELDEN",
      "ABBESTELLEN",
      "ARRET",
      "ARRETER",
      "DESABONNER",
      "ALTO",
      "BAJA",
      "PARAR",
      "PARE",
      "SAIR",
      "AFMELDEN",
      "СТОП"),
  /** Messages again. */
  START("START", "UNSTOP", "YES", "OPTIN", "ANMELDEN"),
  /** Who writes: carriers and providers answer it themselves. */
  HELP("HELP", "INFO", "HILFE", "AIDE", "AYUDA"),
  /** Anything else. */
  NONE;

  /** "Cancel 10:30" is about a visit. */
  private static final Pattern NUMBER = Pattern.compile("\\p{N}");

  private final Set<String> words;

  SmsKeyword(String... words) {
    this.words = Set.of(words);
  }

  /**
   * @param flag the provider's own word on it, STOP, START or HELP, which it acts upon itself;
   *     empty where it leaves that to us
   */
  static SmsKeyword of(String flag, String body) {
    SmsKeyword flagged = read(flag);
    return flagged == NONE ? read(body) : flagged;
  }

  private static SmsKeyword read(String text) {
    List<String> words = words(text);
    return Arrays.stream(values())
        .filter(keyword -> keyword.words.contains(String.join("", words)) || keyword.isAllOf(words))
        .findFirst()
        .orElse(NONE);
  }

  /** As in STOP STOP STOP. */
  private boolean isAllOf(List<String> said) {
    return !said.isEmpty() && words.containsAll(said);
  }

  /** In capitals without accents, parted at all that is no letter; none where a number is named. */
  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}\\p{Cf}]+", "")
            .toUpperCase(Locale.ROOT);
    if (NUMBER.matcher(plain).find()) {
      return List.of();
    }
    return Arrays.stream(plain.split("\\P{L}+")).filter(word -> !word.isEmpty()).toList();
  }
}
