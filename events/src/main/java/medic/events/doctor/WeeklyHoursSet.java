package medic.events.doctor;

import java.util.List;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * These are all of the weekly hours at a place of work, or of the doctor where none is named, in
 * place of those that were.
 */
@Revision("1")
public record WeeklyHoursSet(
    DoctorId doctorId, @Nullable LocationId locationId, List<WeeklyTemplate> templates)
    implements DoctorScheduleEvent {}
