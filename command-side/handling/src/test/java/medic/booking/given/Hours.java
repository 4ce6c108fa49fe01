package medic.booking.given;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import medic.command.doctor.BreakDetails;
import medic.command.doctor.TemplateDetails;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import org.jspecify.annotations.Nullable;

/** Weekly hours: Tuesdays, a start every half hour, one visit at a time, unless said. */
public final class Hours {
  private final LocalTime from;
  private final LocalTime until;
  private DayOfWeek day = DayOfWeek.TUESDAY;
  private @Nullable RoomId room;
  private @Nullable TemplateId id;
  private int parallel = 1;
  private final List<BreakDetails> breaks = new ArrayList<>();

  private Hours(String from, String until) {
    this.from = LocalTime.parse(from);
    this.until = LocalTime.parse(until);
  }

  public static Hours from(String from, String until) {
    return new Hours(from, until);
  }

  public Hours on(DayOfWeek day) {
    this.day = day;
    return this;
  }

  public Hours in(RoomId room) {
    this.room = room;
    return this;
  }

  public Hours as(TemplateId id) {
    this.id = id;
    return this;
  }

  public Hours atATime(int visits) {
    this.parallel = visits;
    return this;
  }

  public Hours pausing(String start, String end) {
    breaks.add(new BreakDetails(LocalTime.parse(start), LocalTime.parse(end), null));
    return this;
  }

  public TemplateDetails at(LocationId location) {
    return new TemplateDetails(
        id, location, room, day, 30, from, until, 0, 0, parallel, 0, List.copyOf(breaks));
  }
}
