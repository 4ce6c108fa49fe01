package medic.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DeploymentFilesTest {

  private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

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
    assertThat(services().keySet()).containsExactlyInAnyOrder("postgres", "axonserver", "app");
    for (String name : services().keySet()) {
      assertThat(services().get(name)).as(name).containsKey("healthcheck");
    }
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
  void theReadmeListsThemAll() throws Exception {
    Path readme = Path.of("..", "README.md");
    if (Files.exists(readme)) {
      assertThat(Files.readString(readme)).contains(Settings.markdown());
    }
  }
}
