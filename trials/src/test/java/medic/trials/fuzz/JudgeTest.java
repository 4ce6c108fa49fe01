package medic.trials.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

/** The judge of made-up requests finds what it is there to find. */
class JudgeTest {

  private static final String OWN = "01a229e4-c40a-70aa-bc33-cb45862c238f";
  private static final String OTHER = "01a229e4-c43e-755e-9b26-a1de60eac9b4";
  private static final People.Role PATIENT = new People.Role("patient", "token", OWN);
  private static final People.Role NOBODY = new People.Role("nobody", "", "");
  private static final People.Role ADMIN = new People.Role("admin", "token", "");
  private static final Operation READS =
      new Operation(
          "GET", "/api/doctors", List.of(), MissingNode.getInstance(), Set.of(200, 400, 503));

  private final Judge judge = new Judge(List.of(OWN, OTHER));

  @Test
  void whatIsDescribedIsFine() {
    assertThat(judged(PATIENT, 200, "application/json", Marks.of(OWN))).isEmpty();
    assertThat(judged(PATIENT, 400, "application/problem+json", "{}")).isEmpty();
    assertThat(judged(ADMIN, 200, "application/json", Marks.of(OTHER))).isEmpty();
  }

  @Test
  void failuresOfTheServersOwnAreFoundEvenWhereDescribed() {
    assertThat(judged(ADMIN, 500, "application/problem+json", "{}")).contains("server's own");
    assertThat(judged(ADMIN, 503, "application/problem+json", "{}")).contains("server's own");
  }

  @Test
  void whatIsNotDescribedIsFound() {
    assertThat(judged(ADMIN, 422, "application/problem+json", "{}")).contains("not described");
  }

  @Test
  void whatIsNoProblemIsFound() {
    assertThat(judged(ADMIN, 400, "text/html", "<html>")).contains("no problem+json");
  }

  @Test
  void othersDataIsFound() {
    assertThat(judged(PATIENT, 200, "application/json", Marks.of(OTHER))).contains(OTHER);
    assertThat(judged(NOBODY, 200, "application/json", Marks.of(OWN))).contains(OWN);
  }

  private String judged(People.Role role, int status, String type, String body) {
    Request request = new Request(READS, role, READS.path(), List.of(), null);
    return judge
        .fault(request, new Wire.Reply(status, Map.of("content-type", type), body))
        .orElse("");
  }
}
