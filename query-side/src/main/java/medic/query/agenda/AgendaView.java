package medic.query.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.events.id.DoctorId;

/** All that touches [from, to) in a doctor's agenda, by start. */
public record AgendaView(
    DoctorId doctorId, ZoneId timezone, Instant from, Instant to, List<AgendaEntryView> entries) {}
