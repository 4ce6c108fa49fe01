package medic.query.analytics;

import java.time.Instant;
import java.util.List;
import medic.events.appointment.AppointmentEvent;
import medic.query.appointments.AppointmentFold;
import medic.query.appointments.FoldingProjection;
import medic.query.rows.RowTable;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Visits as numbers are drawn from them. */
@Component
@ProcessingGroup(AnalyticsProjection.GROUP)
public class AnalyticsProjection extends FoldingProjection {

  public static final String GROUP = "analytics";

  private static final RowTable VISITS =
      RowTable.named("read.analytics_visit_v1")
          .key("appointment_id", "uuid")
          .column("doctor_id", "uuid")
          .column("patient_id", "uuid")
          .column("type_id", "uuid")
          .column("starts_at", "timestamptz")
          .column("ends_at", "timestamptz")
          .column("status", "text")
          .column("price_cents", "bigint")
          .column("currency", "text")
          .column("booked_at", "timestamptz");

  AnalyticsProjection(WriteBehind tables, AppointmentFold fold) {
    super(tables, fold);
  }

  @Override
  protected void fold(AppointmentEvent event, Instant at) {
    fold.apply(event, at, tables.rows(VISITS), event.appointmentId().value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(VISITS);
  }

  @ResetHandler
  void reset() {
    tables.clear(VISITS);
  }
}
