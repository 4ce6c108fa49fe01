package medic.app.security;

import medic.app.Settings;
import medic.personal.KeyedHashes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which value of a setting was applied last, of which only a keyed hash is kept. */
record AppliedSettings(JdbcClient database, KeyedHashes hashes) {

  boolean isApplied(Settings setting, String value) {
    return database
        .sql("select exists (select from work.applied_setting where name = ? and value_hash = ?)")
        .params(setting.name(), hash(value))
        .query(Boolean.class)
        .single();
  }

  void remember(Settings setting, String value) {
    database
        .sql(
            "insert into work.applied_setting (name, value_hash) values (?, ?)"
                + " on conflict (name) do update set value_hash = excluded.value_hash")
        .params(setting.name(), hash(value))
        .update();
  }

  private byte[] hash(String value) {
    return hashes.of("setting", value);
  }
}
