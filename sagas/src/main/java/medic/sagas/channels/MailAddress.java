package medic.sagas.channels;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail address in the letters that every mail server takes: the part before the @ is ASCII as it
 * was written, the domain is in ASCII after UTS 46 (nontransitional, so that straße is not
 * strasse). Who has another local part is not guessed at.
 */
record MailAddress(String localPart, String domain) {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final String IN_PUNYCODE = "xn--";

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  /** The address of a text; empty where mail cannot be sent to it. */
  static Optional<MailAddress> of(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at);
    return localPart.length() <= LONGEST_LOCAL_PART && isPrintableAscii(localPart)
        ? domain(text.substring(at + 1)).map(domain -> new MailAddress(localPart, domain))
        : Optional.empty();
  }

  /** As envelopes, headers and mailto: take it. */
  @Override
  public String toString() {
    return localPart + "@" + domain;
  }

  private static Optional<String> domain(String written) {
    if (isPrintableAscii(written) && !written.toLowerCase(Locale.ROOT).contains(IN_PUNYCODE)) {
      return Optional.of(written);
    }
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = new StringBuilder();
    DOMAINS.nameToASCII(written, ascii, info);
    return info.hasErrors() || ascii.length() > LONGEST_DOMAIN
        ? Optional.empty()
        : Optional.of(ascii.toString());
  }

  private static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
