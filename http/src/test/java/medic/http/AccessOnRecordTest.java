package medic.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessOnRecordTest extends HttpTest {

  private static final String OWN = "00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000002";

  @Autowired TestRecord record;
  @Autowired RefusalWindows windows;

  @AfterEach
  void forget() {
    record.broken = false;
    record.entries.clear();
  }

  @BeforeEach
  void nothingWasRefusedSoFar() {
    windows.closeAll();
    record.entries.clear();
  }

  @Test
  void aPatientInTheAddressIsOnRecord() throws Exception {
    asAdmin("/api/patients/" + OWN + "/colour");

    assertThat(record.entries)
        .containsExactly("ADMIN read /api/patients/{patientId}/colour of [patient-" + OWN + "]");
  }

  @Test
  void soAreThoseThatAPageTellsOf() throws Exception {
    asAdmin("/api/visits?of=" + OWN + "," + OTHER);

    assertThat(record.entries)
        .containsExactly("ADMIN read /api/visits of [patient-" + OWN + ", patient-" + OTHER + "]");
  }

  @Test
  void anEmptyPageShowsNobody() throws Exception {
    asAdmin("/api/visits?of=");

    assertThat(record.entries).isEmpty();
  }

  @Test
  void nothingIsShownThatIsNotOnRecord() throws Exception {
    record.broken = true;

    Answer answer = asAdmin("/api/patients/" + OWN + "/colour");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).doesNotContain("green");
  }

  @Test
  void aFailedReadShowsNobody() throws Exception {
    get("/api/patients/" + OWN + "/colour", "Role", "PATIENT", "Person", OTHER);

    awaitOnly("PATIENT refused GET /api/patients/{patientId}/colour 404");
  }

  @Test
  void whatARoleMayNotIsOnRecord() throws Exception {
    get("/api/staff", "Role", "AUDITOR");

    awaitOnly("AUDITOR refused GET /api/staff 403");
  }

  @Test
  void anUnknownCallersRefusalIsNot() throws Exception {
    get("/api/staff");
    get("/api/staff", "Role", "AUDITOR");

    awaitOnly("AUDITOR refused GET /api/staff 403");
  }

  @Test
  void aRefusalIsAnsweredAlsoWhereItCannotBePutOnRecord() throws Exception {
    record.broken = true;

    assertThat(get("/api/staff", "Role", "AUDITOR").status()).isEqualTo(403);
  }

  /** Refusals are put on record after they were answered. */
  private void awaitOnly(String entry) {
    Awaitility.await().untilAsserted(() -> assertThat(record.entries).containsExactly(entry));
  }

  private Answer asAdmin(String path) throws Exception {
    return get(path, "Role", "ADMIN");
  }
}
