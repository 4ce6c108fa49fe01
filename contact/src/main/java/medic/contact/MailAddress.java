package medic.contact;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the letters that every mail server takes: the part before the @ is a dot-atom
 * of RFC 5321 as it was written, the domain is in ASCII after UTS 46 (nontransitional, so that
 * straße is not strasse). Who has another local part is not guessed at, and no character is ever
 * dropped.
 *
 * @param localPart at most 64 characters
 * @param domain labels of at most 63 characters; with the local part at most 254
 */
public record MailAddress(String localPart, String domain) {

  private static final int MAX_LENGTH = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern LOCAL_PART =
      Pattern.compile("(?=.{1,64}$)" + ATOM + "(?:\\." + ATOM + ")*");
  private static final String NO_NUMBER = "(?!(?:[0-9]+|0[xX][0-9A-Fa-f]*)$)";
  private static final Pattern DOMAIN =
      Pattern.compile("(?:" + LABEL + "\\.)*" + NO_NUMBER + LABEL);
  private static final String IN_PUNYCODE = "xn--";

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  /** The address of a text; empty where mail cannot be sent to it. */
  public static Optional<MailAddress> of(String text) {
    int at = text.indexOf('@');
    if (at < 0
        || text.length() > MAX_LENGTH
        || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at);
    return domain(text.substring(at + 1))
        .filter(domain -> localPart.length() + 1 + domain.length() <= MAX_LENGTH)
        .map(domain -> new MailAddress(localPart, domain));
  }

  /**
   * Whether mail finds it from anywhere (RFC 5321, 2.3.5); a name alone is known in its own net.
   */
  boolean isFullyQualified() {
    return domain.indexOf('.') > 0;
  }

  /** As envelopes, headers and mailto: take it. */
  @Override
  public String toString() {
    return localPart + "@" + domain;
  }

  private static Optional<String> domain(String written) {
    if (isDomain(written) && !written.toLowerCase(Locale.ROOT).contains(IN_PUNYCODE)) {
      return Optional.of(written);
    }
    if (written.codePoints().anyMatch(MailAddress::wouldBeDropped)) {
      return Optional.empty();
    }
    IDNA.Info info = new IDNA.Info();
    String ascii = DOMAINS.nameToASCII(written, new StringBuilder(), info).toString();
    return info.hasErrors() || !isDomain(ascii) ? Optional.empty() : Optional.of(ascii);
  }

  /** UTS 46 maps invisible characters to nothing; joiners it judges by their neighbours. */
  private static boolean wouldBeDropped(int point) {
    return ReadableText.isInvisible(point) && !ReadableText.isJoiner(point);
  }

  private static boolean isDomain(String text) {
    return DOMAIN.matcher(text).matches();
  }
}
