package medic.booking.access;

import java.util.Objects;
import java.util.Set;
import medic.booking.consent.ErasedPatients;
import medic.command.Refusal;
import medic.command.access.RecordLoginDeed;
import medic.command.access.RecordSignInsRefused;
import medic.events.ActorType;
import medic.events.id.InvitationId;
import medic.events.id.PatientId;
import medic.events.login.LoginCreated;
import medic.events.login.LoginDeed;
import medic.events.login.LoginDisabled;
import medic.events.login.LoginEnabled;
import medic.events.login.LoginEvent;
import medic.events.login.LoginInvited;
import medic.events.login.LoginLinkShown;
import medic.events.login.PasswordChanged;
import medic.events.login.PasswordResetRequested;
import medic.events.login.SignInsRefused;
import medic.events.login.SignedIn;
import medic.events.login.SignedOut;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

/** Stores what happened to logins, each entry in a stream of its own. */
@Component
class LoginCommandHandler {

  private static final Set<LoginDeed> INVITATIONS = Set.of(LoginDeed.INVITED, LoginDeed.LINK_SHOWN);

  private final EventBus events;
  private final ErasedPatients erased;

  LoginCommandHandler(EventBus events, ErasedPatients erased) {
    this.events = events;
    this.erased = erased;
  }

  /**
   * @throws Refusal PATIENT_ERASED of an invitation, NOT_FOUND
   */
  @CommandHandler
  void handle(RecordLoginDeed command) {
    if (INVITATIONS.contains(command.deed()) && command.loginType() == ActorType.PATIENT) {
      mustNotBeErased(PatientId.of(command.loginId()));
    }
    store(eventOf(command));
  }

  private void mustNotBeErased(PatientId invited) {
    if (erased.include(invited)) {
      throw Refusal.erasedPatient();
    }
  }

  @CommandHandler
  void handle(RecordSignInsRefused command) {
    store(
        new SignInsRefused(
            command.loginType(), command.loginId(), command.count(), command.since()));
  }

  private static LoginEvent eventOf(RecordLoginDeed command) {
    ActorType type = command.loginType();
    String id = command.loginId();
    return switch (command.deed()) {
      case INVITED -> new LoginInvited(invitation(command), type, id);
      case LINK_SHOWN -> new LoginLinkShown(invitation(command), type, id);
      case RESET_REQUESTED -> new PasswordResetRequested(invitation(command), type, id);
      case CREATED -> new LoginCreated(type, id);
      case PASSWORD_CHANGED -> new PasswordChanged(type, id);
      case DISABLED -> new LoginDisabled(type, id);
      case ENABLED -> new LoginEnabled(type, id);
      case SIGNED_IN -> new SignedIn(type, id);
      case SIGNED_OUT -> new SignedOut(type, id);
    };
  }

  private static InvitationId invitation(RecordLoginDeed command) {
    return Objects.requireNonNull(command.invitationId(), "an invitation");
  }

  private void store(LoginEvent what) {
    events.publish(GenericEventMessage.asEventMessage(what));
  }
}
