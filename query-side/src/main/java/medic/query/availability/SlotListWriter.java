package medic.query.availability;

import java.util.List;
import medic.availability.Slots;
import medic.events.id.RoomId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Writes slots as {@link SlotView} would be written, several times as fast: what follows the times
 * is the same for most neighbours, and is copied.
 */
final class SlotListWriter extends ValueSerializer<List<SlotView>> {

  @Override
  public void serialize(List<SlotView> slots, JsonGenerator to, SerializationContext context) {
    to.writeStartArray();
    if (slots instanceof SlotList list && !(to instanceof TokenBuffer)) {
      writeQuickly(list, to);
    } else {
      slots.forEach(to::writePOJO);
    }
    to.writeEndArray();
  }

  private static void writeQuickly(SlotList list, JsonGenerator to) {
    Slots slots = list.slots;
    SlotText text = new SlotText();
    int place = -2;
    int room = -2;
    for (int i = 0; i < slots.size(); i++) {
      if (slots.place(i) != place || slots.room(i) != room) {
        place = slots.place(i);
        room = slots.room(i);
        text.follow(rest(list, i));
      }
      text.set(slots.startsAt(i), slots.endsAt(i), slots.capacityLeft(i));
      to.writeRawValue(text.chars(), 0, text.length());
    }
  }

  private static String rest(SlotList list, int index) {
    RoomId room = list.room(index);
    return "\",\"locationId\":\""
        + list.location(index).value()
        + "\",\"roomId\":"
        + (room == null ? "null" : "\"" + room.value() + "\"")
        + ",\"appointmentTypeId\":\""
        + list.type().value()
        + "\",\"capacityLeft\":";
  }
}
