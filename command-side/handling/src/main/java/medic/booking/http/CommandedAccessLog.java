package medic.booking.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import medic.command.access.RecordAccessRefused;
import medic.command.access.RecordAccessRefusedAgain;
import medic.command.access.RecordLogExported;
import medic.command.access.RecordLogRead;
import medic.command.access.RecordLoginRefused;
import medic.command.access.RecordPatientDataRead;
import medic.command.access.ResourceDetails;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import medic.http.AccessLog;
import medic.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores each entry by a command of the caller's, and waits until it is. */
@Component
class CommandedAccessLog implements AccessLog {

  private final CommandSender sender;

  CommandedAccessLog(CommandSender sender) {
    this.sender = sender;
  }

  @Override
  public void patientDataRead(Caller caller, AccessedResource resource, Set<PatientId> patients) {
    sender.send(new RecordPatientDataRead(details(resource), List.copyOf(patients)), caller);
  }

  @Override
  public void logRead(Caller caller, String filter, Set<PatientId> patients) {
    sender.send(new RecordLogRead(filter, List.copyOf(patients)), caller);
  }

  @Override
  public void logExported(
      Caller caller, String filter, String format, @Nullable PatientId patient) {
    sender.send(new RecordLogExported(filter, format, patient), caller);
  }

  @Override
  public void refused(Caller caller, AccessedResource resource, int status) {
    sender.send(new RecordAccessRefused(details(resource), status), caller);
  }

  @Override
  public void refusedAgain(
      Caller caller, AccessedResource resource, int status, int times, Instant since) {
    sender.send(new RecordAccessRefusedAgain(details(resource), status, times, since), caller);
  }

  @Override
  public void loginRefused(Caller loginsOwner) {
    sender.sendLater(
        loginsOwner, new RecordLoginRefused(loginsOwner.role().actorType(), loginsOwner.actorId()));
  }

  private static ResourceDetails details(AccessedResource of) {
    return new ResourceDetails(
        of.method(), of.route(), of.appointmentId(), of.doctorId(), of.patientId());
  }
}
