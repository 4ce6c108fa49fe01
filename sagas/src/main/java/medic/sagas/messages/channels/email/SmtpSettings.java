package medic.sagas.messages.channels.email;

import java.util.Locale;
import java.util.Optional;

/** How mail leaves; the password is never shown. */
public record SmtpSettings(
    String host, int port, Optional<String> user, Optional<String> password, Security security) {

  /** How the connection is kept private. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE;

    public static Security of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + "]";
  }
}
