package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an appointment stands. */
public enum AppointmentStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("no_show")
  NO_SHOW;

  /** Whether anything may still become of a visit. */
  public boolean isOpen() {
    return this == PENDING || this == CONFIRMED;
  }

  /** The status that an event leaves an appointment in. */
  public static AppointmentStatus after(AppointmentEvent event) {
    if (event instanceof AppointmentBooked booked) {
      return booked.status();
    } else if (event instanceof AppointmentRescheduled moved) {
      return moved.status();
    } else if (event instanceof AppointmentJoinLinkSet linked) {
      return linked.status();
    } else if (event instanceof AppointmentLeftAsIs left) {
      return left.status();
    } else if (event instanceof AppointmentConfirmed) {
      return CONFIRMED;
    } else if (event instanceof AppointmentReopened) {
      return CONFIRMED;
    } else if (event instanceof AppointmentMoveRequested
        || event instanceof AppointmentMoveDeclined
        || event instanceof AppointmentMoveWithdrawn) {
      return CONFIRMED;
    } else if (event instanceof AppointmentDeclined) {
      return DECLINED;
    } else if (event instanceof AppointmentCancelled) {
      return CANCELLED;
    } else if (event instanceof AppointmentCompleted) {
      return COMPLETED;
    } else if (event instanceof AppointmentMissed) {
      return NO_SHOW;
    }
    throw new IllegalArgumentException("no status after " + event.getClass().getName());
  }
}
