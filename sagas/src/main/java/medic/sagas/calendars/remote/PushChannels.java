package medic.sagas.calendars.remote;

import java.time.Instant;

/** Lets a provider tell us that a calendar has changed. */
public interface PushChannels {

  /** An open channel, as the provider knows it. */
  record Opened(String resourceId, Instant expiresAt) {}

  /**
   * @param token comes back with every notification, so that nobody else can send one
   */
  Opened open(RemoteAccess access, String channelId, String token, String address);

  void stop(RemoteAccess access, String channelId, String resourceId);
}
