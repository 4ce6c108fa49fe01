package medic.sagas;

import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.http.Caller;
import org.axonframework.messaging.MetaData;

/** In whose name commands go that somebody causes over HTTP. */
public final class InTheNameOf {

  private InTheNameOf() {}

  public static Actor actor(Caller caller) {
    return new Actor(caller.role().actorType(), caller.actorId());
  }

  /** The same as a command's metadata. */
  public static MetaData metaData(Caller caller) {
    return MetaData.from(actor(caller).asMetaData()).and(CommandMetaData.CHANNEL, "http");
  }
}
