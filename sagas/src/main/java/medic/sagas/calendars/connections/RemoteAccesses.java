package medic.sagas.calendars.connections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.google.GoogleConsent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a round into its calendar, with a token that is good for a while yet. */
@Component
public class RemoteAccesses {

  private static final Duration GOOD_FOR = Duration.ofMinutes(2);

  private final ConnectionTable connections;
  private final ObjectProvider<GoogleConsent> google;
  private final Clock clock;

  RemoteAccesses(ConnectionTable connections, ObjectProvider<GoogleConsent> google, Clock clock) {
    this.connections = connections;
    this.google = google;
    this.clock = clock;
  }

  /**
   * @throws RemoteFailure GRANT_BROKEN when the provider no longer gives one
   */
  public RemoteAccess to(Connection connection) {
    return new RemoteAccess(
        connection.calendar(),
        connection.provider() == CalendarProvider.GOOGLE
            ? token(connection)
            : secret(connection.id()));
  }

  private String token(Connection connection) {
    Instant until = clock.instant().plus(GOOD_FOR);
    boolean good = connection.expiresAt() != null && connection.expiresAt().isAfter(until);
    return good
        ? connections.accessToken(connection.id()).orElseGet(() -> renewed(connection.id()))
        : renewed(connection.id());
  }

  private String renewed(ConnectionId id) {
    GoogleConsent consent = google.getIfAvailable();
    if (consent == null) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "Google is not configured here");
    }
    GoogleConsent.Tokens tokens = consent.renew(secret(id));
    if (tokens.refresh() != null) {
      connections.keepSecret(id, tokens.refresh());
    }
    connections.keepAccessToken(id, tokens.access(), tokens.expiresAt());
    return tokens.access();
  }

  /** The token at hand was refused before its time. */
  public void forgetToken(ConnectionId id) {
    connections.forgetAccessToken(id);
  }

  /** Takes the grant back at the provider. */
  public void revoke(Connection connection) {
    GoogleConsent consent = google.getIfAvailable();
    if (connection.provider() == CalendarProvider.GOOGLE && consent != null) {
      consent.revoke(secret(connection.id()));
    }
  }

  /** Forgets what gave access, for good. */
  public void end(ConnectionId id) {
    connections.disconnected(id);
  }

  private String secret(ConnectionId id) {
    return connections
        .secret(id)
        .orElseThrow(() -> new RemoteFailure(Kind.GRANT_BROKEN, "no_grant"));
  }
}
