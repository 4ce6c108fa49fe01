package medic.sagas.calendars.remote;

/** Reads a remote calendar. Every failure is a {@link RemoteFailure}. */
public interface CalendarReader {

  RemotePage read(RemoteAccess access, ReadRequest request);
}
