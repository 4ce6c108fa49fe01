package medic.sagas.messages.outbox;

import medic.personal.PersonalLabel;
import org.jspecify.annotations.Nullable;

/** What would have been sent if there were a provider. */
@PersonalLabel("notification.message")
public record KeptMessage(String to, String subject, String text, @Nullable String calendar) {

  @Override
  public String toString() {
    return "KeptMessage";
  }
}
