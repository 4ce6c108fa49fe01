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
 * @param offeredMinutes what today's templates offer, breaks left out
 * @param utilisation booked among offered minutes, absent where nothing is offered
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
