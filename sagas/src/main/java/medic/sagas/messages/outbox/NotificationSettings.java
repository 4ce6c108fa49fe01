package medic.sagas.messages.outbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator sets.
 *
 * @param from the mail address that messages come from
 * @param practice the mail address of the practice's staff, if they want to hear of visits at risk
 * @param publicUrl where patients and providers reach this server, without a slash at the end
 * @param language what is spoken where a recipient's own language is not known
 * @param templates a directory whose templates come before the built-in ones
 */
public record NotificationSettings(
    String from,
    Optional<String> practice,
    URI publicUrl,
    Locale language,
    Optional<Path> templates) {}
