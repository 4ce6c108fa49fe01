package medic.command.doctor;

import java.util.List;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts all of a doctor's weekly hours, or those at one place of work, in place of those there are.
 *
 * @param locationId null for all places
 * @param hours those without an id keep that of hours that are the same, else take a fresh one
 * @param fresh an id for each of the hours, should it need one
 * @param expected the version of the week that was read; null for whichever there is
 */
public record SetWeeklyHours(
    @TargetAggregateIdentifier DoctorId doctorId,
    @Nullable LocationId locationId,
    List<TemplateDetails> hours,
    List<TemplateId> fresh,
    @Nullable String expected) {}
