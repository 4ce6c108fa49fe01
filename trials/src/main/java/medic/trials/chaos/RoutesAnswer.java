package medic.trials.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import medic.trials.cluster.Node;
import tools.jackson.databind.JsonNode;

/** Every route that reads answers every role again, at every server. */
final class RoutesAnswer implements Check {

  private static final int SERVER_ERROR = 500;

  @Override
  public String name() {
    return "every route answers again";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    Practice practice = evidence.practice();
    List<ChaosCaller> roles =
        List.of(
            practice.admin(),
            practice.auditor(),
            practice.doctors().get(0).caller(),
            practice.patients().get(0).caller());
    List<String> findings = new ArrayList<>();
    for (Node node : evidence.cluster().nodes()) {
      for (String path : paths(practice, node)) {
        for (ChaosCaller role : roles) {
          ChaosCaller.Answer answer = role.get(node.address(), path);
          if (answer.status() < 0 || answer.status() >= SERVER_ERROR) {
            findings.add(
                "%s, asked by %s for %s: %d %s"
                    .formatted(node.name(), role.name(), path, answer.status(), answer.body()));
          }
        }
      }
    }
    return findings;
  }

  private static List<String> paths(Practice practice, Node node) {
    JsonNode described =
        practice.admin().get(node.address(), "/v3/api-docs").expect(200).json().path("paths");
    List<String> paths = new ArrayList<>();
    described.forEachEntry(
        (path, operations) -> {
          if (operations.has("get") && !path.endsWith("/stream")) {
            paths.add(filled(path, practice) + wanted(operations.path("get"), practice));
          }
        });
    return paths;
  }

  private static String filled(String path, Practice practice) {
    Practice.Doctor doctor = practice.doctors().get(0);
    Map<String, String> ids =
        Map.of(
            "{doctorId}", doctor.id(),
            "{patientId}", practice.patients().get(0).id(),
            "{locationId}", doctor.location(),
            "{appointmentTypeId}", doctor.type());
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), id.getValue());
    }
    return filled.replaceAll("\\{[^}]*}", "3f0c6f0e-7a3e-4c55-9a55-0c5b8f3f7e10");
  }

  /** The parameters that have to be there. */
  private static String wanted(JsonNode operation, Practice practice) {
    StringBuilder query = new StringBuilder("?");
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("required").asBoolean(false)
          && parameter.path("in").asString("").equals("query")) {
        query
            .append(parameter.path("name").asString())
            .append('=')
            .append(
                switch (parameter.path("name").asString()) {
                  case "from" -> "2026-12-01";
                  case "to" -> "2026-12-05";
                  case "appointmentTypeId" -> practice.doctors().get(0).type();
                  case "format" -> "ndjson";
                  default -> "1";
                })
            .append('&');
      }
    }
    return query.substring(0, query.length() - 1);
  }
}
