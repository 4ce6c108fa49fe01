package medic.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** Keeps what is put on record, or refuses to. */
final class TestRecord implements AccessLog {

  final List<String> entries = new CopyOnWriteArrayList<>();
  volatile boolean broken;

  @Override
  public void patientDataRead(Caller caller, AccessedResource resource, Set<PatientId> patients) {
    add(caller.role() + " read " + resource.route() + " of " + patients);
  }

  @Override
  public void refused(Caller caller, AccessedResource resource, int status) {
    add(caller.role() + " refused " + resource.method() + " " + resource.route() + " " + status);
  }

  @Override
  public void refusedAgain(
      Caller caller, AccessedResource resource, int status, int times, Instant since) {
    add(
        "%s refused %s %s %d again, %d times since %s"
            .formatted(caller.role(), resource.method(), resource.route(), status, times, since));
  }

  @Override
  public void logRead(Caller caller, String filter, Set<PatientId> patients) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void logExported(
      Caller caller, String filter, String format, @Nullable PatientId patient) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void loginRefused(Caller loginsOwner) {
    throw new UnsupportedOperationException();
  }

  private void add(String entry) {
    if (broken) {
      throw new IllegalStateException("no store");
    }
    entries.add(entry);
  }
}
