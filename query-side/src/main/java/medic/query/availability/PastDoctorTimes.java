package medic.query.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.availability.Occupancy;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.query.schedule.PastSchedules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A doctor's times as they stood at an instant, from the events of the doctor and their rooms. It
 * reads these streams whole: for auditors, not for those who book.
 */
@Component
class PastDoctorTimes {

  /** The version of a schedule that is compiled for one answer. */
  private static final UUID KEPT_BY_NOBODY = new UUID(0, 0);

  private final PastSchedules past;

  PastDoctorTimes(PastSchedules past) {
    this.past = past;
  }

  /**
   * @param without an appointment whose own time is left out
   */
  Optional<DoctorTimes> asOf(DoctorId doctor, Instant time, @Nullable AppointmentId without) {
    return past.asOf(doctor, time)
        .map(schedule -> new CompiledSchedule(KEPT_BY_NOBODY, schedule))
        .map(schedule -> times(schedule, time, without));
  }

  private DoctorTimes times(
      CompiledSchedule schedule, Instant time, @Nullable AppointmentId without) {
    Map<Allocation.Key, Allocation.Time> taken = new LinkedHashMap<>();
    note(schedule.schedule().doctorId().toString(), time, taken);
    schedule.rooms().forEach(room -> note(room.toString(), time, taken));
    taken
        .entrySet()
        .removeIf(entry -> isOver(entry.getValue(), time) || isOf(without, entry.getKey()));
    return new DoctorTimes(schedule, occupancy(schedule, taken), null);
  }

  private void note(String stream, Instant time, Map<Allocation.Key, Allocation.Time> taken) {
    past.happened(stream, time)
        .flatMap(event -> Allocation.of(event).stream())
        .forEach(
            taking -> {
              if (taking.time() == null) {
                taken.remove(taking.key());
              } else {
                taken.put(taking.key(), taking.time());
              }
            });
  }

  private static boolean isOver(Allocation.Time time, Instant now) {
    return time.until() <= now.toEpochMilli()
        || time.expiresAt() != null && time.expiresAt() <= now.toEpochMilli();
  }

  private static boolean isOf(@Nullable AppointmentId appointment, Allocation.Key key) {
    return appointment != null
        && (key.kind() == Allocation.VISIT || key.kind() == Allocation.MOVE)
        && key.holder().equals(appointment.value());
  }

  private static Occupancy occupancy(
      CompiledSchedule schedule, Map<Allocation.Key, Allocation.Time> taken) {
    List<UUID> calendars = schedule.calendars();
    List<Object> numbers = new ArrayList<>();
    List<Object> froms = new ArrayList<>();
    List<Object> untils = new ArrayList<>();
    taken.forEach(
        (key, time) -> {
          numbers.add(number(key, calendars));
          froms.add(time.from());
          untils.add(time.until());
        });
    return DoctorTimes.occupancy(schedule, numbers.toArray(), froms.toArray(), untils.toArray());
  }

  /** As the statement of {@link DoctorTimesReader} numbers them. */
  private static int number(Allocation.Key key, List<UUID> calendars) {
    return key.kind() == Allocation.EXTERNAL ? 0 : 1 + calendars.indexOf(key.calendar());
  }
}
