package medic.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Path FILE = Path.of("../docs/events.md");

  @Test
  void theCatalogueSaysWhatIsStored() throws IOException {
    String text = Catalogue.text();
    if (Boolean.getBoolean("medic.catalogue.write")) {
      Files.writeString(FILE, text);
    }
    assertThat(FILE).as("write it with -Dmedic.catalogue.write=true").exists();
    assertThat(Files.readString(FILE).replace("\r\n", "\n"))
        .as("docs/events.md is not what the events are: -Dmedic.catalogue.write=true")
        .isEqualTo(text);
  }
}
