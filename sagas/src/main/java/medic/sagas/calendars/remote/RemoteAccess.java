package medic.sagas.calendars.remote;

/**
 * What lets us into a calendar.
 *
 * @param calendar its name at the provider
 * @param secret an access token, or the address of a feed
 */
public record RemoteAccess(String calendar, String secret) {

  @Override
  public String toString() {
    return "access to " + calendar;
  }
}
