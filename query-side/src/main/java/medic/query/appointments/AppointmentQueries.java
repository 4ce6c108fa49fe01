package medic.query.appointments;

import java.util.Optional;
import medic.query.audit.changes.ChangesView;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** One appointment: from its row, or folded from its events. */
@Component
class AppointmentQueries {

  private final AppointmentViews views;
  private final PastAppointments past;

  AppointmentQueries(AppointmentViews views, PastAppointments past) {
    this.views = views;
    this.past = past;
  }

  @QueryHandler
  Optional<AppointmentView> handle(FindAppointment query) {
    return query.asOf() == null
        ? views.now(query.appointmentId())
        : past.asOf(query.appointmentId(), query.asOf());
  }

  @QueryHandler
  Optional<ChangesView> handle(FindAppointmentChanges query) {
    return past.changes(query.appointmentId(), query.period());
  }
}
