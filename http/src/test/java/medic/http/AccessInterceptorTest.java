package medic.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessInterceptorTest extends HttpTest {

  private static final String OWN = "00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000002";

  private Answer as(String role, String path) throws Exception {
    return role.equals("ADMIN") || role.equals("AUDITOR")
        ? get(path, "Role", role)
        : get(path, "Role", role, "Person", OWN);
  }

  @Test
  void anEndpointWithoutARuleIsRefusedToEverybody() throws Exception {
    for (Role role : Role.values()) {
      assertThat(as(role.name(), "/api/unruled").status()).isEqualTo(403);
    }
  }

  @Test
  void onlyTheNamedRolesMayCall() throws Exception {
    assertThat(as("ADMIN", "/api/staff").status()).isEqualTo(200);
    assertThat(as("DOCTOR", "/api/staff").json().path("person").asString()).isEqualTo(OWN);
    assertThat(as("PATIENT", "/api/staff").status()).isEqualTo(403);
    assertThat(as("AUDITOR", "/api/staff").code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void nobodyIsUnauthenticated() throws Exception {
    assertThat(get("/api/staff").status()).isEqualTo(401);
    assertThat(get("/api/staff").code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void whatIsNotOnesOwnDoesNotExist() throws Exception {
    assertThat(as("DOCTOR", "/api/doctors/" + OWN).status()).isEqualTo(200);
    assertThat(as("DOCTOR", "/api/doctors/" + OTHER).status()).isEqualTo(404);
    assertThat(as("DOCTOR", "/api/doctors/" + OTHER).code()).isEqualTo("NOT_FOUND");
    assertThat(as("ADMIN", "/api/doctors/" + OTHER).status()).isEqualTo(200);
  }

  @Test
  void aMalformedIdIsNamedWhoeverAsks() throws Exception {
    assertThat(as("DOCTOR", "/api/doctors/1-1-1-1-1").field()).isEqualTo("doctorId");
    assertThat(as("ADMIN", "/api/doctors/1-1-1-1-1").field()).isEqualTo("doctorId");
  }

  @Test
  void aRuleAboutAnIdThatThePathDoesNotNameRefuses() throws Exception {
    assertThat(as("PATIENT", "/api/unnamed/" + OWN).status()).isEqualTo(404);
  }
}
