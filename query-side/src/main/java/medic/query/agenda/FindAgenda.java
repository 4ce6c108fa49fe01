package medic.query.agenda;

import medic.events.id.DoctorId;
import medic.query.web.TimeRange;

/**
 * A doctor's agenda, by default for the week from now; civil dates are the doctor's. Answered with
 * {@link AgendaView}.
 */
public record FindAgenda(DoctorId doctorId, TimeRange range) {}
