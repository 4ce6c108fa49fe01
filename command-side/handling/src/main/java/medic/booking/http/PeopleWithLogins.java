package medic.booking.http;

import java.util.UUID;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.patient.PatientErased;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Invitations;
import medic.http.Invitations.Guest;
import medic.http.Invitations.Invited;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Registers people and invites them to sign in. Nobody makes a login for somebody else: whoever
 * registers a person has them invited, and the person sets their own password.
 */
@Component
class PeopleWithLogins {

  private final CommandSender sender;
  private final FirstEvents firstEvents;
  private final ObjectProvider<Invitations> invitations;

  PeopleWithLogins(
      CommandSender sender, FirstEvents firstEvents, ObjectProvider<Invitations> invitations) {
    this.sender = sender;
    this.firstEvents = firstEvents;
    this.invitations = invitations;
  }

  /** A person to be registered: their id, which names their stream, and its value. */
  record Newcomer(Role role, Object id, UUID value, @Nullable LoginRequest login) {}

  /** A registration that is repeated invites nobody again. */
  CommandResponse<Void> register(Newcomer newcomer, Object command, Caller caller) {
    LoginRequest login = newcomer.login();
    if (login == null) {
      return sender.send(command, caller);
    }
    if (login.password() != null) {
      throw ApiException.badField(
          "login.password",
          "NOT_TAKEN",
          "is not taken: leave it out, and they are sent a link to set their own");
    }
    Invitations inviting = inviting();
    CommandResponse<Void> sent = sender.send(command, caller);
    mustHaveRegistered(caller, newcomer.id());
    inviting.inviteOnce(new Guest(newcomer.role(), newcomer.value(), login.username()), caller);
    return sent;
  }

  /** Invites somebody who is registered. A doctor does so for those whom they registered. */
  Invited invite(Guest guest, Object id, Caller caller, boolean showLink) {
    boolean isTheirs =
        firstEvents.exist(id) && (caller.role() == Role.ADMIN || hasRegistered(caller, id));
    if (!isTheirs) {
      throw ApiException.notFound(guest.role() == Role.DOCTOR ? "doctor" : "patient");
    }
    if (guest.role() == Role.PATIENT && firstEvents.include(id, PatientErased.class)) {
      throw Refusal.erasedPatient();
    }
    if (showLink && caller.role() != Role.ADMIN) {
      throw new ApiException(
          HttpStatus.FORBIDDEN, "FORBIDDEN", "Only an admin may ask to be shown a link.");
    }
    return inviting().invite(guest, caller, showLink);
  }

  private Invitations inviting() {
    Invitations found = invitations.getIfAvailable();
    if (found == null) {
      throw new ApiException(
          HttpStatus.CONFLICT, "LOGINS_ELSEWHERE", "People sign in with the OIDC issuer here.");
    }
    return found;
  }

  private boolean hasRegistered(Caller caller, Object id) {
    return firstEvents.actorOf(id).equals(CommandSender.actor(caller));
  }

  private void mustHaveRegistered(Caller caller, Object id) {
    if (!hasRegistered(caller, id)) {
      throw new Refusal(
          RefusalCode.REGISTERED_BY_ANOTHER,
          "Somebody else registered this person: only they can have them invited so.",
          "login");
    }
  }
}
