package medic.booking.access;

import medic.command.access.RecordAccessRefused;
import medic.command.access.RecordAccessRefusedAgain;
import medic.command.access.RecordLogExported;
import medic.command.access.RecordLogRead;
import medic.command.access.RecordLoginRefused;
import medic.command.access.RecordPatientDataRead;
import medic.command.access.ResourceDetails;
import medic.events.access.AccessEvent;
import medic.events.access.AccessRefused;
import medic.events.access.AccessRefusedAgain;
import medic.events.access.AccessedResource;
import medic.events.access.LogExported;
import medic.events.access.LogRead;
import medic.events.access.LoginRefused;
import medic.events.access.PatientDataRead;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

/** Stores what was read or refused, each entry in a stream of its own: none waits for another. */
@Component
class AccessCommandHandler {

  private final EventBus events;

  AccessCommandHandler(EventBus events) {
    this.events = events;
  }

  @CommandHandler
  void handle(RecordPatientDataRead command) {
    store(new PatientDataRead(resource(command.resource()), command.patients()));
  }

  @CommandHandler
  void handle(RecordAccessRefused command) {
    store(new AccessRefused(resource(command.resource()), command.status()));
  }

  @CommandHandler
  void handle(RecordAccessRefusedAgain command) {
    store(
        new AccessRefusedAgain(
            resource(command.resource()), command.status(), command.times(), command.since()));
  }

  @CommandHandler
  void handle(RecordLoginRefused command) {
    store(new LoginRefused(command.loginType(), command.loginId()));
  }

  @CommandHandler
  void handle(RecordLogRead command) {
    store(new LogRead(command.filter(), command.patients()));
  }

  @CommandHandler
  void handle(RecordLogExported command) {
    store(new LogExported(command.filter(), command.format(), command.patientId()));
  }

  private static AccessedResource resource(ResourceDetails of) {
    return new AccessedResource(
        of.method(), of.route(), of.appointmentId(), of.doctorId(), of.patientId());
  }

  private void store(AccessEvent what) {
    events.publish(GenericEventMessage.asEventMessage(what));
  }
}
