package medic.booking.http;

import java.time.Instant;
import medic.command.access.RecordLoginDeed;
import medic.command.access.RecordSignInsRefused;
import medic.events.id.InvitationId;
import medic.events.login.LoginDeed;
import medic.http.Caller;
import medic.http.LoginLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores each entry by a command, and waits until it is. */
@Component
class CommandedLoginLog implements LoginLog {

  private final CommandSender sender;

  CommandedLoginLog(CommandSender sender) {
    this.sender = sender;
  }

  @Override
  public void put(
      LoginDeed deed, Caller owner, @Nullable Caller by, @Nullable InvitationId invitation) {
    send(new RecordLoginDeed(deed, invitation, owner.role().actorType(), owner.actorId()), by);
  }

  @Override
  public void signInsRefused(Caller owner, int count, Instant since) {
    send(new RecordSignInsRefused(owner.role().actorType(), owner.actorId(), count, since), null);
  }

  private void send(Object command, @Nullable Caller by) {
    if (by == null) {
      sender.sendAsSystem(command);
    } else {
      sender.send(command, by);
    }
  }
}
