package medic.query.patients;

import java.util.EnumMap;
import java.util.Map;
import medic.events.consent.ChannelWords;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What patients' ledgers of consent say last of each channel. */
@Component
class ConsentRows {

  private final JdbcTemplate jdbc;

  ConsentRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<NotificationChannel, ChannelWords.Entry> of(PatientId patient) {
    Map<NotificationChannel, ChannelWords.Entry> last = new EnumMap<>(NotificationChannel.class);
    jdbc.query(
        "select channel, given, at from read.patient_consent_v1 where patient_id = ?",
        row -> {
          last.put(
              NotificationChannel.valueOf(row.getString("channel")),
              new ChannelWords.Entry(row.getBoolean("given"), row.getTimestamp("at").toInstant()));
        },
        patient.value());
    return last;
  }
}
