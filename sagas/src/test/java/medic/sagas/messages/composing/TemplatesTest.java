package medic.sagas.messages.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

  @TempDir Path directory;

  @Test
  void writesEachFactInOneLine() throws IOException {
    Path file = directory.resolve("en/booked.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        subject: The visit of {{name}}
        short: {{name}} comes

        Dear {{name}},
        {{#visits}}
        * {{type}}
        {{/visits}}
        """);
    Map<String, Object> facts =
        Map.of("name", "Ann\n\nshort: X", "visits", List.of(Map.of("type", "First\r\nvisit")));

    Templates.Rendered letter = templates().render(Template.BOOKED, Locale.ENGLISH, facts);

    assertThat(letter)
        .isEqualTo(
            new Templates.Rendered(
                "The visit of Ann short: X",
                "Ann short: X comes",
                "Dear Ann short: X,\n* First visit\n"));
  }

  private Templates templates() {
    return new Templates(
        new NotificationSettings(
            "desk@practice.example",
            Optional.empty(),
            URI.create("http://localhost"),
            Locale.ENGLISH,
            Optional.of(directory)));
  }
}
