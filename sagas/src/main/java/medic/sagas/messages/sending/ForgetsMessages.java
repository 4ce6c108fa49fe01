package medic.sagas.messages.sending;

import java.sql.Timestamp;
import java.time.Clock;
import medic.events.id.PatientId;
import medic.sagas.erasure.Forgets;
import medic.sagas.messages.contacts.PhoneIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what is queued for an erased patient, and drops what was kept or subscribed. */
@Component
class ForgetsMessages implements Forgets {

  private final JdbcClient jdbc;
  private final PhoneIndex phones;
  private final Clock clock;

  ForgetsMessages(JdbcClient jdbc, PhoneIndex phones, Clock clock) {
    this.jdbc = jdbc;
    this.phones = phones;
    this.clock = clock;
  }

  @Override
  public void forget(PatientId patient) {
    jdbc.sql(
            """
            update work.notification
            set message = null,
              error_reason = case when state = 'QUEUED' then 'PATIENT_ERASED' else error_reason end,
              due_at = case when state = 'QUEUED' then least(due_at, :now) else due_at end,
              state = case when state = 'QUEUED' then 'WITHDRAWN' else state end
            where patient_id = :patient
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("patient", patient.value())
        .update();
    jdbc.sql("delete from work.push_subscription where patient_id = ?")
        .param(patient.value())
        .update();
    phones.forget(patient);
  }
}
