package medic.app.postgres.database;

import medic.app.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a server from running as a user who could change what was stored for good. */
record RightsCheck(JdbcClient database) implements SmartInitializingSingleton {

  private static final String COULD_CHANGE_EVENTS =
      """
      select rolsuper or has_table_privilege(oid, 'store.domain_event_entry', 'update')
          or has_table_privilege(oid, 'store.domain_event_entry', 'delete')
          or has_table_privilege(oid, 'store.domain_event_entry', 'truncate')
      from pg_roles where rolname = current_user
      """;

  @Override
  public void afterSingletonsInstantiated() {
    if (database.sql(COULD_CHANGE_EVENTS).query(Boolean.class).single()) {
      throw new StartRefused(
          "MEDIC_DB_USER could change stored events: let it own nothing and be a member of"
              + " medic_app, see docs/database.md.");
    }
  }
}
