package medic.sagas.calendars.connections;

/** Under which address providers reach this server: for redirects and notifications. */
@FunctionalInterface
public interface PublicAddress {

  /** Without a slash at its end. */
  String get();

  default String googleCallback() {
    return get() + "/api/calendar-connections/google/callback";
  }

  default String googleNotifications() {
    return get() + "/api/calendar-connections/google/notifications";
  }
}
