package medic.app.security;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.InvitationId;
import medic.http.Role;
import medic.personal.KeyedHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may set a password by a one-time link. A link is a random text of 256 bits, of which only a
 * keyed hash is stored; an invitation may have several, and ends with the first that is used.
 */
final class InvitationTable {

  private static final int LINK_BYTES = 32;

  /** So often may the name be taken that somebody with a link asks for. */
  private static final int MAX_ATTEMPTS = 20;

  private final JdbcClient database;
  private final KeyedHashes hashes;
  private final Clock clock;
  private final SecureRandom random;

  InvitationTable(JdbcClient database, KeyedHashes hashes, Clock clock, SecureRandom random) {
    this.database = database;
    this.hashes = hashes;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Who is to set a password: the owner of a login that is there, or of one to be made.
   *
   * @param username of staff: the name of the login to be
   */
  record Invitee(
      @Nullable UUID login, Role role, @Nullable UUID person, @Nullable String username) {}

  /** What somebody with a link may do. */
  record Invitation(InvitationId id, Invitee who, Instant expiresAt) {}

  /** Stores one; earlier ones for the same person or login that were not used end. */
  Invitation make(Invitee who, Duration valid) {
    Instant now = clock.instant();
    Invitation made = new Invitation(new InvitationId(uuid()), who, now.plus(valid));
    endEarlier(who, Timestamp.from(now));
    with(
            who,
            """
            insert into work.invitation
              (invitation_id, login_id, role, person, username, created_at, expires_at)
            values (:id, cast(:login as uuid), :role, cast(:person as uuid),
              cast(:username as text), :now, :end)
            """)
        .param("id", made.id().value())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(made.expiresAt()))
        .update();
    return made;
  }

  private void endEarlier(Invitee who, Timestamp now) {
    with(
            who,
            """
            update work.invitation set expires_at = :now
            where used_at is null and expires_at > :now and role = :role
              and login_id is not distinct from cast(:login as uuid)
              and person is not distinct from cast(:person as uuid)
              and username is not distinct from cast(:username as text)
            """)
        .param("now", now)
        .update();
  }

  private JdbcClient.StatementSpec with(Invitee who, String statement) {
    return database
        .sql(statement)
        .param("login", who.login())
        .param("role", who.role().name())
        .param("person", who.person())
        .param("username", who.username());
  }

  /** A new link of an invitation; empty when that is used or over. */
  Optional<String> link(InvitationId invitation) {
    byte[] bytes = new byte[LINK_BYTES];
    random.nextBytes(bytes);
    String link = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int stored =
        database
            .sql(
                """
                insert into work.invitation_link (link_hash, invitation_id)
                select ?, invitation_id from work.invitation
                where invitation_id = ? and used_at is null and expires_at > ?
                """)
            .params(hash(link), invitation.value(), Timestamp.from(clock.instant()))
            .update();
    return stored == 1 ? Optional.of(link) : Optional.empty();
  }

  /** What a link is good for; empty when it is none, used or over. */
  Optional<Invitation> find(String link) {
    return database
        .sql(
            """
            select i.* from work.invitation i join work.invitation_link l using (invitation_id)
            where l.link_hash = ? and i.used_at is null and i.expires_at > ? and i.attempts < ?
            """)
        .params(hash(link), Timestamp.from(clock.instant()), MAX_ATTEMPTS)
        .query((row, number) -> invitation(row))
        .optional();
  }

  /** Uses it up; of many at once, on whichever process, one does. */
  boolean use(InvitationId id) {
    Timestamp now = Timestamp.from(clock.instant());
    return database
            .sql(
                """
                update work.invitation set used_at = ?
                where invitation_id = ? and used_at is null and expires_at > ?
                """)
            .params(now, id.value(), now)
            .update()
        == 1;
  }

  void countAttempt(InvitationId id) {
    database
        .sql("update work.invitation set attempts = attempts + 1 where invitation_id = ?")
        .param(id.value())
        .update();
  }

  /** Is a link for another password of this login under way? */
  boolean isResetting(UUID login) {
    return database
        .sql(
            """
            select exists (select from work.invitation
                           where login_id = ? and used_at is null and expires_at > ?)
            """)
        .params(login, Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  boolean isInvited(Role role, UUID person) {
    return database
        .sql(
            """
            select exists (select from work.invitation where role = ? and person = ?
                           and used_at is null and expires_at > ?)
            """)
        .params(role.name(), person, Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** Forgets what ended long ago. */
  void clean(Duration longAgo) {
    database
        .sql("delete from work.invitation where expires_at < ?")
        .param(Timestamp.from(clock.instant().minus(longAgo)))
        .update();
  }

  private byte[] hash(String link) {
    return hashes.of("invitation", link);
  }

  private UUID uuid() {
    byte[] bytes = new byte[LINK_BYTES / 2];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes);
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    Invitee who =
        new Invitee(
            row.getObject("login_id", UUID.class),
            Role.valueOf(row.getString("role")),
            row.getObject("person", UUID.class),
            row.getString("username"));
    return new Invitation(
        new InvitationId(row.getObject("invitation_id", UUID.class)),
        who,
        row.getTimestamp("expires_at").toInstant());
  }
}
