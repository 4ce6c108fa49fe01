package medic.sagas.calendars.copies;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ProposalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open proposal of each copy, in work.calendar_copy: at most one, the latest. */
@Component
public class ProposalTable {

  private final JdbcClient jdbc;

  ProposalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a proposal in place of the one before; one that is being accepted stays. */
  void open(Copy copy, Copy.Proposal proposal) {
    jdbc.sql(
            "update work.calendar_copy set proposal_id = :proposal, proposal_change = :change,"
                + " proposal_starts_at = :starts, proposal_accepting = false"
                + " where connection_id = :connection and appointment_id = :id"
                + " and (proposal_id is null or proposal_id <> :proposal)")
        .param("proposal", proposal.id().value())
        .param("change", proposal.change().name().toLowerCase(Locale.ROOT))
        .param("starts", proposal.startsAt() == null ? null : Timestamp.from(proposal.startsAt()))
        .param("connection", copy.connectionId().value())
        .param("id", copy.appointmentId().value())
        .update();
  }

  /** Marks that the doctor's word is being carried out, or no longer is. */
  void accepting(ProposalId id, boolean accepting) {
    jdbc.sql("update work.calendar_copy set proposal_accepting = ? where proposal_id = ?")
        .params(accepting, id.value())
        .update();
  }

  public void close(ConnectionId connection, ProposalId id) {
    jdbc.sql(
            "update work.calendar_copy set proposal_id = null, proposal_change = null,"
                + " proposal_starts_at = null, proposal_accepting = false"
                + " where connection_id = ? and proposal_id = ?")
        .params(connection.value(), id.value())
        .update();
  }

  List<Copy> openOf(DoctorId doctor) {
    return jdbc.sql(
            "select * from work.calendar_copy where doctor_id = ? and proposal_id is not null"
                + " order by starts_at, appointment_id")
        .param(doctor.value())
        .query(CopyTable::read)
        .list();
  }

  Optional<Copy> find(DoctorId doctor, ProposalId id) {
    return jdbc.sql("select * from work.calendar_copy where doctor_id = ? and proposal_id = ?")
        .params(doctor.value(), id.value())
        .query(CopyTable::read)
        .optional();
  }
}
