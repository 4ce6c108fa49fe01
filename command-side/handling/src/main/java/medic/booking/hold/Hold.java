package medic.booking.hold;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Objects;
import medic.booking.schedule.AgreedSlot;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldEvent;
import medic.events.hold.HoldOutcome;
import medic.events.hold.HoldPlaced;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One slot kept for somebody: placed once, ended once. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class Hold {

  @AggregateIdentifier private @Nullable HoldId id;
  private @Nullable DoctorId doctorId;
  private boolean ended;

  Hold() {}

  static Hold place(
      HoldId hold, DoctorId doctor, AgreedSlot slot, Instant expiresAt, String heldBy) {
    AggregateLifecycle.apply(
        new HoldPlaced(
            hold,
            doctor,
            slot.typeId(),
            slot.locationId(),
            slot.roomId(),
            slot.startsAt(),
            slot.endsAt(),
            expiresAt,
            heldBy));
    return new Hold();
  }

  public void end(HoldOutcome outcome) {
    if (!ended) {
      AggregateLifecycle.apply(
          new HoldEnded(Objects.requireNonNull(id), Objects.requireNonNull(doctorId), outcome));
    }
  }

  @EventSourcingHandler
  void evolve(HoldEvent event) {
    id = event.holdId();
    doctorId = event.doctorId();
    ended = event instanceof HoldEnded;
  }
}
