package medic.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemAdviceTest extends HttpTest {

  private static final String THING = "/api/things/00000000-0000-4000-8000-000000000001";

  @Test
  void aRefusalIsAProblemInFull() throws Exception {
    Answer answer = get("/api/fails?how=refusal");

    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.response().body())
        .isEqualTo(
            "{\"type\":\"urn:medic:problem:slot-taken\",\"title\":\"Slot taken\",\"status\":409,"
                + "\"detail\":\"Choose another.\",\"code\":\"SLOT_TAKEN\"}");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void aRefusalIsFoundInsideAnotherFailure() throws Exception {
    assertThat(get("/api/fails?how=wrapped").code()).isEqualTo("SLOT_TAKEN");
  }

  @Test
  void aRefusalTellsWhenToTryAgain() throws Exception {
    Answer answer = get("/api/fails?how=behind");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("READ_MODEL_BEHIND");
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("2");
  }

  @ParameterizedTest
  @CsvSource({"database", "pool", "driver", "end-of-stream", "reset", "pipe", "full"})
  void aDatabaseThatIsAwayIsWorthAnotherTry(String how) throws Exception {
    Answer answer = get("/api/fails?how=" + how);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("UNAVAILABLE");
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"database", "driver", "wrapped"})
  void neitherDoesItMatterWhereItIsFound(String how) throws Exception {
    assertUnavailable(get("/api/things/1", "Filter-Fails", how));
  }

  @ParameterizedTest
  @CsvSource({"later", "stream"})
  void norWhen(String how) throws Exception {
    assertUnavailable(get("/api/fails/" + how));
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("UNAVAILABLE");
    assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.response().headers().firstValue("X-Content-Type-Options")).isPresent();
    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @Test
  void evenAClientThatIsSaidToBeGoneIsNotAnsweredSuccess() throws Exception {
    assertThat(get("/api/fails?how=client").status()).isEqualTo(400);
  }

  @Test
  void anAnswerThatFailsHalfwayDoesNotLookWhole() {
    assertThatThrownBy(() -> get("/api/fails/halfway")).isInstanceOf(IOException.class);
  }

  @Test
  void anUnexpectedFailureShowsNothingOfItself() throws Exception {
    Answer answer = get("/api/fails?how=unexpectedly");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
    assertThat(answer.response().body()).doesNotContain("secret", "Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/things/nonsense?from=2026-01-01, id, INVALID_VALUE",
    "/api/things/1-1-1-1-1?from=2026-01-01, id, INVALID_VALUE",
    THING + ", from, REQUIRED",
    THING + "?from=01/02/2026, from, INVALID_VALUE",
    THING + "?from=9999-01-01, from, INVALID_VALUE",
    THING + "?from=2026-02-30, from, INVALID_VALUE",
    THING + "?from=2026-01-01&limit=x, limit, INVALID_VALUE",
    THING + "?from=2026-01-01&limit=99999999999, limit, INVALID_VALUE",
    THING + "?from=2026-01-01&limit=101, limit, MAX",
    THING + "?from=2026-01-01&q=%00, q, INVALID_VALUE",
  })
  void aBadPathOrQueryNamesItsField(String path, String field, String code) throws Exception {
    Answer answer = get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    assertThat(answer.field()).isEqualTo(field);
    assertThat(answer.fieldCode()).isEqualTo(code);
  }

  @Test
  void goodPathAndQueryPass() throws Exception {
    assertThat(get(THING + "?from=2026-01-01&q=x").response().body())
        .isEqualTo("patient-00000000-0000-4000-8000-000000000001 2026-01-01 1 x");
  }

  @Test
  void anUnknownAddressIsNotFound() throws Exception {
    Answer answer = get("/api/nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }

  @Test
  void aWrongMethodIsNamedSoAndTheRightOnesAreTold() throws Exception {
    Answer answer = send("/api/everything", "PUT", BodyPublishers.ofString("{}"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.response().headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void anUnsupportedMediaTypeIsNamedSo() throws Exception {
    Answer answer =
        send("/api/everything", "POST", BodyPublishers.ofString("x"), "Content-Type", "text/plain");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aProblemIsToldEvenToWhoAcceptsOtherFormatsOnly() throws Exception {
    Answer answer = get("/api/fails?how=refusal", "Accept", "text/csv");

    assertThat(answer.code()).isEqualTo("SLOT_TAKEN");
  }
}
