package medic.events.doctor;

import java.time.ZoneId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is known of a place of work reads so from now on. */
@Revision("1")
public record LocationRevised(
    DoctorId doctorId,
    LocationId locationId,
    String name,
    @Nullable String address,
    @Nullable String city,
    @Nullable String country,
    ZoneId timezone,
    @Nullable Double lat,
    @Nullable Double lng)
    implements DoctorScheduleEvent {}
