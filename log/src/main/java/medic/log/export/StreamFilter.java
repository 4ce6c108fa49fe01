package medic.log.export;

/** Filters that ask for all events of one stream, which are numbered: none can be left out. */
public final class StreamFilter {

  private static final String APPOINTMENT = "appointmentId=";
  private static final String STREAM = "appointment-";

  private StreamFilter() {}

  /**
   * The stream that a filter asks for, or nothing when it asks for anything else.
   *
   * @param filter the request's parameters
   */
  public static String streamOf(String filter) {
    return filter.startsWith(APPOINTMENT) && !filter.contains("&")
        ? STREAM + filter.substring(APPOINTMENT.length())
        : "";
  }
}
