package medic.sagas.messages.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.personal.SealedJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The visits that messages speak of, kept from their events. */
@Component
public class NotifiedAppointments {

  private final JdbcTemplate jdbc;
  private final SealedJson sealed;

  public NotifiedAppointments(JdbcTemplate jdbc, SealedJson sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** Takes an event in; one that was taken in before changes nothing. */
  public void evolve(AppointmentEvent event, int revision) {
    if (event instanceof AppointmentBooked booked) {
      begin(booked, revision);
    } else if (event instanceof AppointmentRescheduled moved) {
      move(moved, revision);
    } else if (event instanceof AppointmentJoinLinkSet linked) {
      link(linked);
    } else if (event.changesCourse()) {
      jdbc.update(
          """
          update work.notified_visit set status = ?, revision = ?
          where appointment_id = ? and revision < ?
          """,
          event.statusAfter().name(),
          revision,
          event.appointmentId().value(),
          revision);
    }
  }

  private void begin(AppointmentBooked booked, int revision) {
    jdbc.update(
        """
        insert into work.notified_visit (appointment_id, doctor_id, patient_id, type_id,
          location_id, starts_at, ends_at, status, revision, patient_zone, mode, price_cents, currency)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (appointment_id) do nothing
        """,
        booked.appointmentId().value(),
        booked.doctorId().value(),
        booked.patientId().value(),
        booked.appointmentTypeId().value(),
        booked.locationId().value(),
        Timestamp.from(booked.startsAt()),
        Timestamp.from(booked.endsAt()),
        booked.status().name(),
        revision,
        booked.patientTimezone().getId(),
        booked.consultationMode().name(),
        booked.priceCents(),
        booked.currency());
  }

  private void move(AppointmentRescheduled moved, int revision) {
    jdbc.update(
        """
        update work.notified_visit
        set location_id = ?, starts_at = ?, ends_at = ?, status = ?, revision = ?,
          patient_zone = coalesce(?, patient_zone)
        where appointment_id = ? and revision < ?
        """,
        moved.locationId().value(),
        Timestamp.from(moved.startsAt()),
        Timestamp.from(moved.endsAt()),
        moved.status().name(),
        revision,
        moved.patientTimezone() == null ? null : moved.patientTimezone().getId(),
        moved.appointmentId().value(),
        revision);
  }

  private void link(AppointmentJoinLinkSet linked) {
    jdbc.update(
        "update work.notified_visit set join_link = ? where appointment_id = ?",
        linked.joinLink() == null ? null : sealed.seal(linked.joinLink()),
        linked.appointmentId().value());
  }

  public Optional<NotifiedAppointment> find(AppointmentId appointment) {
    return jdbc
        .query(
            "select * from work.notified_visit where appointment_id = ?",
            (row, number) -> visit(row),
            appointment.value())
        .stream()
        .findFirst();
  }

  public void forget() {
    jdbc.update("delete from work.notified_visit");
  }

  private static NotifiedAppointment visit(ResultSet row) throws SQLException {
    return new NotifiedAppointment(
        new AppointmentId(row.getObject("appointment_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new AppointmentTypeId(row.getObject("type_id", UUID.class)),
        new LocationId(row.getObject("location_id", UUID.class)),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        AppointmentStatus.valueOf(row.getString("status")),
        row.getInt("revision"),
        ZoneId.of(row.getString("patient_zone")),
        mode(row.getString("mode")),
        row.getObject("price_cents", Long.class),
        row.getString("currency"),
        row.getString("join_link"));
  }

  private static @Nullable ConsultationMode mode(@Nullable String name) {
    return name == null ? null : ConsultationMode.valueOf(name);
  }
}
