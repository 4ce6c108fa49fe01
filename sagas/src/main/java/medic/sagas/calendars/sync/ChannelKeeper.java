package medic.sagas.calendars.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.PublicAddress;
import medic.sagas.calendars.connections.Secrets;
import medic.sagas.calendars.remote.PushChannels;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.google.GoogleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps one push channel open for each calendar, the new one before the old one is stopped. Without
 * one, polling goes on as it does with one.
 */
@Component
class ChannelKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelKeeper.class);
  private static final Duration BEFORE_IT_ENDS = Duration.ofDays(1);
  private static final Duration AFTER_A_REFUSAL = Duration.ofDays(1);

  private final CalendarIo io;
  private final ChannelTable channels;
  private final PublicAddress address;
  private final ObjectProvider<GoogleSettings> google;
  private final Secrets secrets;
  private final Clock clock;

  ChannelKeeper(
      CalendarIo io,
      ChannelTable channels,
      PublicAddress address,
      ObjectProvider<GoogleSettings> google,
      Secrets secrets,
      Clock clock) {
    this.io = io;
    this.channels = channels;
    this.address = address;
    this.google = google;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Opens a channel where none is good for a while yet; that it fails delays nothing else. */
  void keep(Connection connection, RemoteAccess access) {
    PushChannels provider = io.channels(connection);
    Instant due = connection.channelDueAt();
    if (provider != null
        && (due == null || due.isBefore(clock.instant()))
        && isReachable(connection)) {
      try {
        renew(connection, access, provider);
      } catch (RemoteFailure refused) {
        LOG.info("no push channel for {}: {}", connection.id(), refused.getMessage());
        channels.dueAgain(connection.id(), clock.instant().plus(AFTER_A_REFUSAL));
      }
    }
  }

  /** Google tells only addresses with https, and a loopback one leads nowhere from there. */
  private boolean isReachable(Connection connection) {
    GoogleSettings settings = google.getIfAvailable();
    return settings != null && (!settings.isGoogle() || address.get().startsWith("https://"));
  }

  private void renew(Connection connection, RemoteAccess access, PushChannels provider) {
    List<ChannelTable.Channel> before = channels.of(connection.id());
    String id = secrets.next();
    String token = secrets.next();
    channels.begin(id, connection.id(), token);
    PushChannels.Opened opened = provider.open(access, id, token, address.googleNotifications());
    channels.opened(id, opened.resourceId(), opened.expiresAt());
    channels.dueAgain(connection.id(), opened.expiresAt().minus(BEFORE_IT_ENDS));
    before.forEach(channel -> stop(channel, access, provider));
  }

  /** Stops all, for a connection that ends. */
  void stopAll(Connection connection, RemoteAccess access) {
    PushChannels provider = io.channels(connection);
    if (provider != null) {
      channels.of(connection.id()).forEach(channel -> stop(channel, access, provider));
    }
  }

  /** One that cannot be stopped lapses by itself; what it still tells is not listened to. */
  private void stop(ChannelTable.Channel channel, RemoteAccess access, PushChannels provider) {
    try {
      if (channel.resourceId() != null) {
        provider.stop(access, channel.id(), channel.resourceId());
      }
    } catch (RemoteFailure failure) {
      LOG.info("a push channel could not be stopped: {}", failure.getMessage());
    }
    channels.drop(channel.id());
  }
}
