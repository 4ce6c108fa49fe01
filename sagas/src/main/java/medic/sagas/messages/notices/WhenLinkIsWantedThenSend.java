package medic.sagas.messages.notices;

import java.time.Instant;
import java.util.Map;
import medic.events.ActorType;
import medic.events.id.DoctorId;
import medic.events.id.InvitationId;
import medic.events.id.PatientId;
import medic.events.login.LoginEvent;
import medic.events.login.LoginInvited;
import medic.events.login.PasswordResetRequested;
import medic.events.notification.NotificationRecipient;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.outbox.Notice;
import medic.sagas.messages.outbox.Outbox;
import medic.sagas.messages.outbox.Template;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/**
 * Sends patients and doctors the link by which they set their own password. Other logins have no
 * address: an admin is shown their links.
 */
@Component
@ProcessingGroup(ContactBook.GROUP)
public class WhenLinkIsWantedThenSend {

  private final Outbox dispatches;

  public WhenLinkIsWantedThenSend(Outbox dispatches) {
    this.dispatches = dispatches;
  }

  @EventHandler
  @DisallowReplay
  void on(LoginInvited invited, @Timestamp Instant at) {
    send(Template.INVITATION, invited.invitationId(), invited, at);
  }

  @EventHandler
  @DisallowReplay
  void on(PasswordResetRequested asked, @Timestamp Instant at) {
    send(Template.PASSWORD_RESET, asked.invitationId(), asked, at);
  }

  private void send(Template template, InvitationId invitation, LoginEvent owner, Instant at) {
    boolean patient = owner.loginType() == ActorType.PATIENT;
    if (patient || owner.loginType() == ActorType.DOCTOR) {
      dispatches.enqueue(
          new Notice(
              template,
              patient ? NotificationRecipient.PATIENT : NotificationRecipient.DOCTOR,
              null,
              patient ? null : DoctorId.of(owner.loginId()),
              patient ? PatientId.of(owner.loginId()) : null,
              0,
              invitation.toString(),
              Map.of("invitationId", invitation.value().toString()),
              at));
    }
  }
}
