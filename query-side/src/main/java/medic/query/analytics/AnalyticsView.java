package medic.query.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's visits in numbers.
 *
 * @param visits all that were booked, whatever became of them
 * @param noShowRate of those whose time came: missed among completed and missed
 * @param cancellationRate cancelled among all
 * @param bookedMinutes of visits neither cancelled nor declined
 * @param offeredMinutes what the schedule offers as it is today: parallel places count each,
 *     openings too; breaks, blocks and time off are left out
 * @param utilisation how much of the offered time is booked, absent where nothing is offered; what
 *     was booked outside of it does not count, so it is above 1 only where more visits run at once
 *     than there are places
 * @param newPatients patients whose first visit with this doctor falls in the range
 * @param averageLeadHours from booking to start
 */
public record AnalyticsView(
    DoctorId doctorId,
    ZoneId timezone,
    Instant from,
    Instant to,
    long visits,
    Map<String, Long> byStatus,
    List<TypeCount> byType,
    double noShowRate,
    double cancellationRate,
    long bookedMinutes,
    long offeredMinutes,
    @Nullable Double utilisation,
    List<Revenue> revenue,
    long newPatients,
    long returningPatients,
    @Nullable Double averageLeadHours) {

  /** How many visits of a kind. */
  public record TypeCount(
      AppointmentTypeId appointmentTypeId, @Nullable String name, long visits) {}

  /** What completed visits came to, in minor units. */
  public record Revenue(String currency, long cents) {}
}
