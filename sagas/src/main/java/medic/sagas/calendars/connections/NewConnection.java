package medic.sagas.calendars.connections;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import medic.events.calendar.CalendarProvider;
import org.jspecify.annotations.Nullable;

/**
 * The body that asks for a connection: to a calendar of a Google account ({@code calendar}, else
 * the primary one), or to a feed by its {@code url} under a {@code name}.
 */
record NewConnection(
    @NotNull CalendarProvider provider,
    @Nullable @Size(min = 1, max = 300) @Pattern(regexp = "\\S+") String calendar,
    @Nullable Boolean showPatientNames,
    @Nullable @Size(min = 1, max = 100) @Pattern(regexp = ".*\\S.*") String name,
    @Nullable @Size(max = 2000) String url) {

  String calendarOrPrimary() {
    return calendar == null ? "primary" : calendar;
  }

  @Override
  public String toString() {
    return "connection to " + provider;
  }
}
