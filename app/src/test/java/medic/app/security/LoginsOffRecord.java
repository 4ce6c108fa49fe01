package medic.app.security;

import java.sql.Connection;
import java.sql.SQLException;
import medic.app.journey.TestServer;

/** The event store has no room for what happens to logins, until this is closed. */
final class LoginsOffRecord implements AutoCloseable {

  private final TestServer server;

  LoginsOffRecord(TestServer server) throws SQLException {
    this.server = server;
    execute(
        """
        create function store.no_room() returns trigger language plpgsql as $$
        begin
          raise exception 'no room' using errcode = '53100';
        end $$;
        create trigger no_room before insert on store.domain_event_entry
          for each row when (new.payload_type like 'medic.events.login.%')
          execute function store.no_room()
        """);
  }

  @Override
  public void close() throws SQLException {
    execute("drop trigger no_room on store.domain_event_entry; drop function store.no_room()");
  }

  private void execute(String statements) throws SQLException {
    try (Connection owner = server.owner()) {
      owner.createStatement().execute(statements);
    }
  }
}
