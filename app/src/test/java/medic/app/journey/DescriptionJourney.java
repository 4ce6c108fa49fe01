package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every route is described where clients look for it. */
abstract class DescriptionJourney extends Journey {

  DescriptionJourney(TestServer server) {
    super(server);
  }

  @Test
  void describesEveryRoute() {
    JsonNode description = server.anonymous().get("/v3/api-docs").expect(200).body();
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
    assertThat(described).containsAll(routes());
    assertThat(server.anonymous().get("/swagger-ui/index.html").expect(200).raw().body())
        .contains("swagger");
  }

  private Set<String> routes() {
    return server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("medic."))
        .flatMap(
            entry ->
                entry.getKey().getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            entry.getKey().getPatternValues().stream()
                                .map(path -> method + " " + path)))
        .collect(Collectors.toSet());
  }
}
