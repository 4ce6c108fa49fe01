package medic.app.security;

import java.util.List;
import java.util.Optional;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.http.ApiException;
import medic.http.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Sets the first admin's password, and keeps demo logins out of a real configuration. */
record StartCheck(
    LoginTable table,
    StoredLogins logins,
    AppliedSettings applied,
    Optional<String> adminPassword,
    boolean real)
    implements SmartInitializingSingleton {

  @Override
  public void afterSingletonsInstantiated() {
    adminPassword.ifPresent(this::setAdmin);
    if (real) {
      refuseDemoLogins(table.demoLogins());
    }
  }

  /** A value that was set before is not set again: the admin may have chosen another since. */
  private void setAdmin(String password) {
    if (logins.exists("admin") && applied.isApplied(Settings.MEDIC_ADMIN_PASSWORD, password)) {
      return;
    }
    try {
      logins.set("admin", password, Role.ADMIN);
      applied.remember(Settings.MEDIC_ADMIN_PASSWORD, password);
    } catch (ApiException unacceptable) {
      throw new StartRefused("MEDIC_ADMIN_PASSWORD " + unacceptable.getMessage() + ".");
    }
  }

  private static void refuseDemoLogins(List<String> names) {
    if (!names.isEmpty()) {
      throw new StartRefused(
          "The demo logins "
              + String.join(", ", names)
              + " would work here: run ./medic drop-demo-logins first, or use a fresh database.");
    }
  }
}
