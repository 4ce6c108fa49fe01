package medic.sagas.messages.channels.push;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import medic.events.Sha256;
import medic.events.id.PatientId;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.sagas.messages.outbox.Subscriptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The browsers of patients that take pushes, sealed under their keys. */
@Component
public class PushSubscriptions implements Subscriptions {

  private static final int MAX_BROWSERS = 10;

  private final JdbcTemplate jdbc;
  private final SealedJson sealed;
  private final Clock clock;

  PushSubscriptions(JdbcTemplate jdbc, SealedJson sealed, Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.clock = clock;
  }

  @Override
  public boolean exist(PatientId patient) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from work.push_subscription where patient_id = ?)",
            Boolean.class,
            patient.value()));
  }

  /**
   * Adds a browser, or gives it new keys; answers its id, which follows from its address. Where a
   * patient has too many, those that subscribed longest ago go: the likeliest to be out of use.
   */
  public String put(PatientId patient, PushSubscription subscription) {
    String id = idOf(patient, subscription.endpoint());
    jdbc.update(
        """
        insert into work.push_subscription (subscription_id, patient_id, subscription, created_at)
        values (?, ?, ?, ?)
        on conflict (subscription_id) do update
        set subscription = excluded.subscription, created_at = excluded.created_at
        """,
        id,
        patient.value(),
        sealed.seal(Personal.of(patient.value(), subscription)),
        Timestamp.from(clock.instant()));
    removeOldest(patient);
    return id;
  }

  private void removeOldest(PatientId patient) {
    jdbc.update(
        """
        delete from work.push_subscription where subscription_id in (
          select subscription_id from work.push_subscription where patient_id = ?
          order by created_at desc offset ?)
        """,
        patient.value(),
        MAX_BROWSERS);
  }

  boolean remove(PatientId patient, String id) {
    return jdbc.update(
            "delete from work.push_subscription where subscription_id = ? and patient_id = ?",
            id,
            patient.value())
        == 1;
  }

  /** A patient's browsers by id; none of one who was erased. */
  Map<String, PushSubscription> of(PatientId patient) {
    Map<String, PushSubscription> found = new LinkedHashMap<>();
    jdbc.query(
        "select * from work.push_subscription where patient_id = ? order by created_at",
        row -> {
          String id = row.getString("subscription_id");
          sealed
              .open(row.getString("subscription"), PushSubscription.class)
              .toOptional()
              .ifPresent(subscription -> found.put(id, subscription));
        },
        patient.value());
    return found;
  }

  private static String idOf(PatientId patient, String endpoint) {
    return Sha256.hex(patient.value() + " " + endpoint);
  }
}
