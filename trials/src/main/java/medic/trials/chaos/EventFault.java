package medic.trials.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import medic.trials.cluster.Cluster;

/**
 * An event in the store that no read model can make sense of, in a stream of its own.
 *
 * @param id of the stream and the event
 */
record EventFault(Kind kind, UUID id) implements Fault {

  enum Kind {
    OF_UNKNOWN_TYPE("medic.events.doctor.NeverWritten", "{}"),
    OF_BROKEN_JSON("medic.events.doctor.DoctorRegistered", "{\"doctorId\":"),
    WITHOUT_FIELDS("medic.events.doctor.SlotBooked", "{}"),
    OF_NOBODY(
        "medic.events.access.AccessRefused",
        """
        {"resource":{"method":"GET","route":"/api/patients/{patientId}","appointmentId":null,\
        "doctorId":null,"patientId":"00000000-0000-0000-0000-000000000000"},"status":403}"""),
    OVERSIZED("medic.events.doctor.DoctorRegistered", "");

    private static final int OVERSIZE = 8 * 1024 * 1024;
    private final String type;
    private final String payload;

    Kind(String type, String payload) {
      this.type = type;
      this.payload = payload;
    }

    private byte[] bytes() {
      String text = this == OVERSIZED ? "{\"doctorId\":\"" + "x".repeat(OVERSIZE) + "\"}" : payload;
      return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static final String INSERT =
      """
      insert into store.domain_event_entry (event_identifier, aggregate_identifier,
        sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
      values (?, ?, 0, ?, ?, ?, '1', ?, ?)
      """;

  @Override
  public String name() {
    return "event " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void begin(Cluster cluster) throws SQLException {
    try (Connection connection = cluster.postgres().connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, id.toString());
      insert.setString(2, id.toString());
      insert.setString(3, "Trial");
      insert.setString(
          4, Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString());
      insert.setString(5, kind.type);
      insert.setBytes(6, kind.bytes());
      insert.setBytes(7, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }
}
