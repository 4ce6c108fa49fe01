package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.events.calendar.OwnCopies;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.id.ConnectionId;

/**
 * What remote calendars hold, keyed by connection and entry, as far as it is not over. A copy of a
 * visit of this doctor's that comes back is none of it: it takes no time, and hits no visit.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class ExternalCalendars {

  private Map<ConnectionId, Map<String, ExternalBusyTime>> calendars = new HashMap<>();

  /** Says only what differs from what is known; nothing when nothing does. */
  List<ExternalBusyTimesSeen> decide(ReportExternalBusyTimes command, OwnCopies copies) {
    Map<String, ExternalBusyTime> known = calendars.getOrDefault(command.connectionId(), Map.of());
    List<ExternalBusyTime> seen =
        IntStream.range(0, command.seen().size())
            .filter(i -> !isCopy(command.seen().get(i), copies))
            .mapToObj(i -> entry(command.seen().get(i), "seen[" + i + "].endsAt"))
            .toList();
    List<ExternalBusyTime> news =
        seen.stream().filter(entry -> !entry.equals(known.get(entry.externalId()))).toList();
    Set<String> gone = gone(command, known, copies);
    seen.stream().map(ExternalBusyTime::externalId).forEach(gone::remove);
    return news.isEmpty() && gone.isEmpty()
        ? List.of()
        : List.of(
            new ExternalBusyTimesSeen(
                command.doctorId(),
                command.connectionId(),
                command.source(),
                news,
                List.copyOf(gone),
                command.seenAt()));
  }

  /** Those known that are there no more, as far as they are not seen, or have become copies. */
  private static Set<String> gone(
      ReportExternalBusyTimes command, Map<String, ExternalBusyTime> known, OwnCopies copies) {
    Set<String> gone = new TreeSet<>(command.goneExternalIds());
    command.seen().stream().map(ExternalBusyTimeDetails::externalId).forEach(gone::add);
    if (command.complete()) {
      gone.addAll(known.keySet());
    }
    gone.retainAll(known.keySet());
    known.values().stream()
        .filter(e -> copies.include(e.externalId(), e.startsAt(), e.endsAt()))
        .map(ExternalBusyTime::externalId)
        .forEach(gone::add);
    return gone;
  }

  private static boolean isCopy(ExternalBusyTimeDetails entry, OwnCopies copies) {
    return copies.include(entry.externalId(), entry.startsAt(), entry.endsAt());
  }

  private static ExternalBusyTime entry(ExternalBusyTimeDetails d, String field) {
    StartsBeforeItEnds.verify(d.startsAt(), d.endsAt(), field);
    return new ExternalBusyTime(d.externalId(), d.startsAt(), d.endsAt(), d.status());
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof ExternalBusyTimesSeen seen) {
      Map<String, ExternalBusyTime> entries =
          calendars.computeIfAbsent(seen.connectionId(), id -> new LinkedHashMap<>());
      seen.goneExternalIds().forEach(entries::remove);
      seen.seen().forEach(entry -> entries.put(entry.externalId(), entry));
    }
  }

  void dropOverBefore(Instant horizon) {
    calendars
        .values()
        .forEach(entries -> entries.values().removeIf(e -> e.endsAt().isBefore(horizon)));
  }

  /** The entries that block some of this time, each with its calendar's id. */
  Stream<String> entriesBlocking(Interval time) {
    return calendars.entrySet().stream()
        .flatMap(
            calendar ->
                calendar.getValue().values().stream()
                    .filter(entry -> entry.status() != BusyStatus.FREE)
                    .filter(e -> Interval.of(e.startsAt(), e.endsAt()).overlaps(time))
                    .map(entry -> calendar.getKey().value() + "/" + entry.externalId()));
  }

  /** When entries block, near some time. */
  Stream<Interval> blocking(Interval near) {
    return calendars.values().stream()
        .flatMap(entries -> entries.values().stream())
        .filter(entry -> entry.status() != BusyStatus.FREE)
        .map(entry -> Interval.of(entry.startsAt(), entry.endsAt()))
        .filter(near::overlaps);
  }
}
