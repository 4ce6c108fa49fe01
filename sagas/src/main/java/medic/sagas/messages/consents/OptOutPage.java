package medic.sagas.messages.consents;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.outbox.NotificationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page behind an opt-out link, in the reader's language where there is one. */
@Component
class OptOutPage {

  private static final String FILES = "/templates/notifications/";

  private final Locale usual;

  OptOutPage(NotificationSettings settings) {
    this.usual = settings.language();
  }

  String asking(NotificationChannel channel, String token, Locale language) {
    return render(
        language, Map.of("asking", true, "done", false, "channel", name(channel), "token", token));
  }

  String done(NotificationChannel channel, Locale language) {
    return render(
        language, Map.of("asking", false, "done", true, "channel", name(channel), "token", ""));
  }

  private static String name(NotificationChannel channel) {
    return switch (channel) {
      case EMAIL -> "E-Mail";
      case SMS -> "SMS";
      case PUSH -> "Push";
      case CALL -> throw new IllegalArgumentException("nobody opts out of calls");
    };
  }

  private String render(Locale language, Map<String, Object> facts) {
    String file = source(language);
    String page = file == null ? source(usual) : file;
    return Mustache.compiler().compile(page == null ? "" : page).execute(facts);
  }

  private static @Nullable String source(Locale language) {
    String file = FILES + language.getLanguage() + "/opt-out.html";
    try (InputStream in = OptOutPage.class.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
