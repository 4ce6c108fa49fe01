package medic.sagas.messages.composing;

import java.net.URI;
import java.util.Locale;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes out, in its recipient's language and zone.
 *
 * @param key the same each time it is sent: a provider or a mail client makes one of several
 * @param patient who it is about, if it is about one
 * @param to a mail address, or a phone number in E.164; empty for a push
 * @param shortText for text messages and pushes
 * @param optOut where its recipient can say that they want no more
 */
public record RenderedMessage(
    NotificationId id,
    String key,
    @Nullable PatientId patient,
    String to,
    Locale language,
    String subject,
    String shortText,
    String text,
    @Nullable CalendarPart calendar,
    @Nullable URI optOut) {

  /** A file of a mail that its reader's calendar understands; the method is its iCalendar one. */
  public record CalendarPart(String method, String content) {}

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "RenderedMessage[" + key + "]";
  }
}
