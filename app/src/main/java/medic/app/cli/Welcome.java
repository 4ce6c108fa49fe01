package medic.app.cli;

import medic.app.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says, once the server is ready, where it is and what to try. */
final class Welcome {

  private static final String DEMO =
      """

      Medic is ready at @ (API: @/swagger-ui.html)
      Logins: admin, auditor, doctor, patient; the password of each is demo.
      Three things to try:
        TOKEN=$(curl -s @/api/auth/token -H 'Content-Type: application/json' \\
          -d '{"username":"patient","password":"demo"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
        curl -s @/api/doctors -H "Authorization: Bearer $TOKEN"
        curl -s "@/api/availability/next?limit=5" -H "Authorization: Bearer $TOKEN"
      """;

  private static final String REAL =
      """

      Medic is ready at @ (API: @/swagger-ui.html)
      Logins: your own; MEDIC_ADMIN_PASSWORD makes the first, admin.
      Three things to try:
        curl -s @/actuator/health
        curl -s @/api/doctors -H "Authorization: Bearer $TOKEN"
        curl -s "@/api/availability/next?limit=5" -H "Authorization: Bearer $TOKEN"
      """;

  @EventListener
  void on(ApplicationReadyEvent ready) {
    Environment environment = ready.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      System.out.println(text(environment, port));
    }
  }

  static String text(Environment environment, String port) {
    String address = "http://" + host(Settings.SERVER_ADDRESS.in(environment)) + ":" + port;
    boolean real = Settings.isReal(environment);
    return (real ? REAL : DEMO).replace("@", address);
  }

  private static String host(String address) {
    return address.equals("0.0.0.0") ? "127.0.0.1" : address;
  }
}
