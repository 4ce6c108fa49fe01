package medic.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.app.postgres.database.Roles;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DeploymentFilesTest {

  private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

  private static final List<String> RUNNING = List.of("postgres", "axonserver", "app");

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Object> compose =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE));
    @SuppressWarnings("unchecked")
    var services = (Map<String, Map<String, Object>>) compose.get("services");
    return services;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment(String service) throws IOException {
    return (Map<String, String>) services().get(service).get("environment");
  }

  private static Set<String> known() {
    return Stream.of(Settings.values()).map(Enum::name).collect(Collectors.toSet());
  }

  @Test
  void theApplicationIsToldOnlyWhatItKnows() throws Exception {
    assertThat(known()).containsAll(environment("app").keySet());
    assertThat(environment("app")).containsKeys("MEDIC_DB_URL", "AXON_SERVER_ADDRESS");
  }

  @Test
  void everyServiceIsWatched() throws Exception {
    assertThat(services().keySet())
        .containsExactlyInAnyOrder("postgres", "axonserver", "migrate", "app");
    for (String name : RUNNING) {
      assertThat(services().get(name)).as(name).containsKey("healthcheck");
    }
  }

  @Test
  void theTablesOwnerMigratesAndTheApplicationDoesNotKnowItsPassword() throws Exception {
    assertThat(services().get("migrate").get("command")).isEqualTo(List.of("migrate"));
    assertThat(known()).containsAll(environment("migrate").keySet());
    assertThat(environment("migrate"))
        .containsEntry("MEDIC_DB_OWNER_USER", environment("postgres").get("POSTGRES_USER"))
        .containsEntry("MEDIC_DB_PASSWORD", environment("app").get("MEDIC_DB_PASSWORD"))
        .containsEntry("MEDIC_DB_URL", environment("app").get("MEDIC_DB_URL"));
    assertThat(environment("app"))
        .containsEntry("MEDIC_DB_USER", Roles.APPLICATION)
        .doesNotContainKeys("MEDIC_DB_OWNER_USER", "MEDIC_DB_OWNER_PASSWORD");
    assertThat(services().get("app").get("depends_on").toString())
        .contains("migrate={condition=service_completed_successfully}");
  }

  @Test
  void generatedKeysOutliveTheContainer() throws Exception {
    String data = "/home/medic/" + Settings.MEDIC_DATA.defaultValue();

    assertThat(services().get("app").get("volumes")).isEqualTo(List.of("medic:" + data));
    assertThat(environment("app")).doesNotContainKey("MEDIC_DATA");
    assertThat(Files.readString(Path.of("..", "Dockerfile")))
        .contains("WORKDIR /home/medic\n")
        .contains("--owner=medic --mode=700 " + data + "\n");
  }

  @Test
  void noSecretIsWrittenDown() throws Exception {
    for (String name : services().keySet()) {
      environment(name)
          .forEach(
              (variable, value) -> {
                if (Pattern.compile("PASSWORD|SECRET|KEY").matcher(variable).find()) {
                  assertThat(value).as(variable).startsWith("${").contains(":?");
                }
              });
    }
  }

  @Test
  void requiredVariablesAreNamedAsTheApplicationNamesThem() throws Exception {
    Set<String> asked = new TreeSet<>();
    Pattern.compile("\\$\\{(\\w+)")
        .matcher(Files.readString(COMPOSE))
        .results()
        .forEach(match -> asked.add(match.group(1)));

    assertThat(known()).containsAll(asked);
  }

  @Test
  void theApplicationReadsNoVariableThatIsNotListed() throws Exception {
    Set<String> read = new TreeSet<>();
    for (String file : new String[] {"src/main/resources/application.yml", "../medic"}) {
      Pattern.compile("\\$\\{?(MEDIC_\\w+|SERVER_\\w+|AXON_\\w+)")
          .matcher(Files.readString(Path.of(file)))
          .results()
          .forEach(match -> read.add(match.group(1)));
    }
    assertThat(known()).containsAll(read);
  }

  @Test
  void theDocumentationListsThemAll() throws Exception {
    assertThat(Files.readString(Path.of("..", "docs", "configuration.md")))
        .contains(Settings.markdown());
  }
}
