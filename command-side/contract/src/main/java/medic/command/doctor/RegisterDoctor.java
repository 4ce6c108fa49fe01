package medic.command.doctor;

import java.time.ZoneId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a doctor practise here. */
public record RegisterDoctor(
    @TargetAggregateIdentifier DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    ZoneId timezone) {}
