package medic.query.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import medic.events.appointment.AppointmentStatus;
import medic.http.ApiException;
import medic.query.rows.RowValues;
import org.jspecify.annotations.Nullable;

/** One status of appointments or several, with commas between them. */
public final class AskedStatuses {

  private AskedStatuses() {}

  /** None where nothing is asked. */
  public static Set<AppointmentStatus> parse(@Nullable String status) {
    Set<AppointmentStatus> asked = EnumSet.noneOf(AppointmentStatus.class);
    if (status != null) {
      for (String name : status.split(",", -1)) {
        asked.add(named(name.strip()));
      }
    }
    return asked;
  }

  private static AppointmentStatus named(String name) {
    return Stream.of(AppointmentStatus.values())
        .filter(status -> RowValues.wire(status).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.badField(
                    "status",
                    "UNKNOWN_VALUE",
                    "Ask for pending, confirmed, declined, cancelled, completed or no_show, with"
                        + " commas between them."));
  }
}
