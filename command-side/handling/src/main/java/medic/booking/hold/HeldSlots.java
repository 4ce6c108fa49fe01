package medic.booking.hold;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.booking.schedule.AgreedSlot;
import medic.booking.schedule.SlotRequest;
import medic.events.doctor.SlotHeld;
import org.jspecify.annotations.Nullable;

/**
 * The live holds with one doctor that the sender of a command may use: their own, and the one that
 * they name. None of them stands in their way.
 */
public record HeldSlots(List<SlotHeld> own, @Nullable SlotHeld named) {

  public static final HeldSlots NONE = new HeldSlots(List.of(), null);

  /** By which their reservations are known. */
  public Set<String> holders() {
    return holders(all().toList());
  }

  /** The one that keeps just what is asked for. */
  public @Nullable SlotHeld keeping(SlotRequest request) {
    return all().filter(held -> keeps(held, request)).findFirst().orElse(null);
  }

  /** Those that are given up with a slot: the one that is named, and all that overlap it. */
  public List<SlotHeld> givenUpFor(AgreedSlot slot) {
    return all().filter(held -> held.equals(named) || overlaps(held, slot)).toList();
  }

  public static Set<String> holders(List<SlotHeld> holds) {
    return holds.stream()
        .map(held -> held.holdId().toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<SlotHeld> all() {
    return Stream.concat(Stream.ofNullable(named), own.stream()).distinct();
  }

  private static boolean keeps(SlotHeld held, SlotRequest request) {
    return held.appointmentTypeId().equals(request.typeId())
        && held.startsAt().equals(request.startsAt())
        && (request.locationId() == null || request.locationId().equals(held.locationId()))
        && (request.roomId() == null || request.roomId().equals(held.roomId()));
  }

  private static boolean overlaps(SlotHeld held, AgreedSlot slot) {
    return held.occupiedFrom().isBefore(slot.occupied().endsAt())
        && slot.occupied().startsAt().isBefore(held.occupiedUntil());
  }
}
