package medic.sagas.messages.outbox;

import java.time.ZoneId;
import java.util.Locale;
import medic.sagas.messages.contacts.QuietHours;

/**
 * Whoever a message goes to, as they are at the moment of sending.
 *
 * @param to a mail address, or a phone number in E.164; empty for a push
 * @param wantsIt whether they take messages by its channel
 */
public record Recipient(
    String name, String to, Locale language, ZoneId zone, QuietHours quiet, boolean wantsIt) {

  @Override
  public String toString() {
    return "Addressee";
  }
}
