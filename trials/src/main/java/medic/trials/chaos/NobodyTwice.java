package medic.trials.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.trials.chaos.StoredEvents.Event;
import org.jspecify.annotations.Nullable;

/**
 * In the order of the log, no doctor and no patient is ever in two visits at a time, and no room in
 * more than it takes.
 */
final class NobodyTwice implements Check {

  private static final int ROOM_CAPACITY = 2;
  private static final String MOVE = "move-";

  @Override
  public String name() {
    return "nobody is booked twice";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    Map<String, Map<String, Occupation>> taken = new HashMap<>();
    List<String> findings = new ArrayList<>();
    for (Event event : evidence.events()) {
      Occupation next = takenBy(event);
      if (next != null) {
        Map<String, Occupation> others =
            taken.computeIfAbsent(next.owner(), owner -> new HashMap<>());
        others.remove(next.holder());
        if (beside(next, others, event).count() >= capacity(event)) {
          findings.add(
              "%s at %d overlaps %s"
                  .formatted(next, event.position(), beside(next, others, event).toList()));
        }
        others.put(next.holder(), next);
      }
      free(event, taken);
    }
    return findings;
  }

  private static int capacity(Event event) {
    return event.type().equals("RoomReserved") ? ROOM_CAPACITY : 1;
  }

  private static Stream<Occupation> beside(
      Occupation next, Map<String, Occupation> others, Event event) {
    return others.values().stream()
        .filter(other -> !visitOf(other.holder()).equals(visitOf(next.holder())))
        .filter(other -> other.livesAt(event.at()) && other.overlaps(next));
  }

  /** A visit and the move that is asked for of it may overlap: it is at one of them. */
  private static String visitOf(String holder) {
    return holder.replaceFirst("^(move|appointment)-", "");
  }

  private static @Nullable Occupation move(@Nullable Occupation of) {
    return of == null
        ? null
        : new Occupation(of.owner(), MOVE + of.holder(), of.from(), of.until(), of.expiresAt());
  }

  private static @Nullable Occupation takenBy(Event event) {
    return switch (event.type()) {
      case "SlotBooked" -> occupation(event, "doctorId", "appointmentId");
      case "SlotHeld" -> occupation(event, "doctorId", "holdId");
      case "MoveSlotReserved" -> move(occupation(event, "doctorId", "appointmentId"));
      case "PatientMoveReserved" -> move(visit(event));
      case "RoomReserved" -> occupation(event, "roomId", "holder");
      case "PatientVisitPlanned" -> visit(event);
      default -> null;
    };
  }

  private static @Nullable Occupation occupation(Event event, String owner, String holder) {
    if (event.text("occupiedFrom").isEmpty()) {
      return null; // poisoned
    }
    return new Occupation(
        event.text(owner),
        event.text(holder),
        event.instant("occupiedFrom"),
        event.instant("occupiedUntil"),
        event.text("expiresAt").isEmpty() ? null : event.instant("expiresAt"));
  }

  private static Occupation visit(Event event) {
    return new Occupation(
        event.stream(),
        event.text("appointmentId"),
        event.instant("startsAt"),
        event.instant("endsAt"),
        null);
  }

  private static void free(Event event, Map<String, Map<String, Occupation>> taken) {
    String owner =
        switch (event.type()) {
          case "BookedSlotFreed", "HeldSlotReleased", "MoveSlotReleased" -> event.text("doctorId");
          case "RoomReleased" -> event.text("roomId");
          case "PatientVisitDropped", "PatientMoveReleased" -> event.stream();
          default -> "";
        };
    Map<String, Occupation> others = taken.getOrDefault(owner, Map.of());
    if (!others.isEmpty()) {
      boolean move = event.type().contains("MoveSlot") || event.type().contains("PatientMove");
      others.remove((move ? MOVE : "") + event.text("appointmentId"));
      others.remove(event.text("holdId"));
      others.remove(event.text("holder"));
    }
  }
}
