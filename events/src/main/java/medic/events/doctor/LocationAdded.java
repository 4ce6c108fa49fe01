package medic.events.doctor;

import java.time.ZoneId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A doctor works at a further place, whose wall clock is the given zone's. */
@Revision("1")
public record LocationAdded(
    DoctorId doctorId,
    LocationId locationId,
    String name,
    @Nullable String address,
    @Nullable String city,
    @Nullable String country,
    ZoneId timezone,
    @Nullable Double lat,
    @Nullable Double lng,
    boolean primary)
    implements DoctorScheduleEvent {}
