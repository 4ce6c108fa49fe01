package medic.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest extends HttpTest {

  private Answer send(String body) throws Exception {
    return post("/api/everything", body);
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }

  @Test
  void aGoodBodyIsTaken() throws Exception {
    String body =
        json(
            "{'id':'00000000-0000-4000-8000-000000000001',"
                + "'patientId':'00000000-0000-4000-8000-000000000002',"
                + "'at':'2026-12-01T08:00:00Z','on':'2026-12-01','clock':'09:00:00',"
                + "'zone':'Europe/Madrid','colour':'RED','text':'äöü','number':3,'yes':true,"
                + "'lines':[{'name':'n','count':1}]}");

    Answer answer = send(body);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'1-1-1-1-1'} | id | INVALID_VALUE",
        "{'id':7} | id | INVALID_VALUE",
        "{'patientId':'x'} | patientId | INVALID_VALUE",
        "{'patientId':{}} | patientId | INVALID_VALUE",
        "{'at':'yesterday'} | at | INVALID_VALUE",
        "{'at':1764576000} | at | INVALID_VALUE",
        "{'at':'+99999-12-01T08:00:00Z'} | at | INVALID_VALUE",
        "{'at':''} | at | INVALID_VALUE",
        "{'on':[2026,1,1]} | on | INVALID_VALUE",
        "{'on':'2026-02-29'} | on | INVALID_VALUE",
        "{'on':'0001-01-01'} | on | INVALID_VALUE",
        "{'clock':'25:00'} | clock | INVALID_VALUE",
        "{'zone':'Europe/Atlantis'} | zone | INVALID_VALUE",
        "{'zone':'+02:00'} | zone | INVALID_VALUE",
        "{'zone':'europe/madrid'} | zone | INVALID_VALUE",
        "{'colour':'BLUE'} | colour | INVALID_VALUE",
        "{'colour':0} | colour | INVALID_VALUE",
        "{'colour':''} | colour | INVALID_VALUE",
        "{'text':1} | text | INVALID_VALUE",
        "{'text':'\\u0000'} | text | INVALID_VALUE",
        "{'text':'\\ud800'} | text | INVALID_VALUE",
        "{'text':'too long'} | text | SIZE",
        "{'number':'3'} | number | INVALID_VALUE",
        "{'number':3.5} | number | INVALID_VALUE",
        "{'number':null} | number | INVALID_VALUE",
        "{'number':99999999999} | number | INVALID_VALUE",
        "{'number':true} | number | INVALID_VALUE",
        "{'yes':'true'} | yes | INVALID_VALUE",
        "{'yes':1} | yes | INVALID_VALUE",
        "{'lines':{}} | lines | INVALID_VALUE",
        "{'lines':[{'name':'n','count':1},{'name':'n','count':'x'}]} | lines[1].count | INVALID_VALUE",
        "{'lines':[{'name':' ','count':1}]} | lines[0].name | NOT_BLANK",
        "{'lines':[{'name':'n','count':-1}]} | lines[0].count | POSITIVE",
        "{'colr':'RED'} | colr | UNKNOWN_FIELD",
        "{'lines':[{'count':1,'nom':'n'}]} | lines[0].nom | UNKNOWN_FIELD",
      })
  void aBadFieldIsNamed(String body, String field, String code) throws Exception {
    String whole = json(body);
    if (!whole.contains("number")) {
      whole = whole.replaceFirst("\\{", "{\"number\":1,");
    }
    if (!whole.contains("yes")) {
      whole = whole.replaceFirst("\\{", "{\"yes\":true,");
    }

    Answer answer = send(whole);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.field()).as(answer.response().body()).isEqualTo(field);
    assertThat(answer.fieldCode()).isEqualTo(code);
    assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void allBrokenRulesAreToldAtOnce() throws Exception {
    Answer answer =
        send(json("{'number':1,'yes':true,'text':'too long','lines':[{'name':'','count':0}]}"));

    assertThat(answer.json().path("errors").size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{'number':",
        "{'number':1,'yes':true} {}",
        "[]",
        "null",
        "'x'",
        "7",
        "{number:1}",
        "{'number':01}",
        "{'text':'\t'}",
        "{'number':1,'number':2}",
        "<xml/>"
      })
  void whatIsNotOneJsonObjectIsInvalidJson(String body) throws Exception {
    Answer answer = send(json(body));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.code()).as(answer.response().body()).isEqualTo("INVALID_JSON");
  }

  /** As a question with a body does that waits for what its caller has written. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aRequestThatIsPutOffKeepsItsBody(int times) throws Exception {
    String body = json("{'text':'kept','number':3,'yes':true}");
    String large = body + " ".repeat(BodyFilter.MAX_BYTES - body.length());
    for (String sent : List.of(body, large)) {
      Answer answer = sendPutOff(sent, times);
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
      assertThat(answer.json().path("text").asString()).isEqualTo("kept");
    }
    assertThat(sendPutOff("{", times).code()).isEqualTo("INVALID_JSON");
  }

  private Answer sendPutOff(String body, int times) throws Exception {
    return send(
        "/api/everything",
        "POST",
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json",
        PutsOff.HEADER,
        Integer.toString(times));
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    Answer answer = send("{\"lines\":" + "[".repeat(100_000));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aBodyAboveOneMebibyteIsRefusedWhetherAnnouncedOrNot() throws Exception {
    String large = json("{'text':'" + "x".repeat(BodyFilter.MAX_BYTES) + "'}");

    assertThat(send(large).status()).isEqualTo(413);
    Answer chunked = postChunked("/api/everything", large);
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.code()).isEqualTo("BODY_TOO_LARGE");
  }
}
