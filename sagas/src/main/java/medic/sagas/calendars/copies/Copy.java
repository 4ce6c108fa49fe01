package medic.sagas.calendars.copies;

import java.time.Instant;
import medic.events.calendar.CalendarIdentity;
import medic.events.calendar.ProposedChange;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.PatientId;
import medic.events.id.ProposalId;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a visit in a calendar.
 *
 * @param wanted whether it is to be there, during [startsAt, endsAt)
 * @param wants counts what was wanted so far, so that a later wish is not taken for done
 * @param dirty whether something is to be written, or looked at
 * @param tried whether an insert was begun, so that it may be there although nobody saw it
 * @param rewrite whether it is to be written though its time is right
 * @param nameless whether its patient was erased, so that it bears no name whatever is wished
 * @param remote what was last seen of it, null when nothing was
 */
public record Copy(
    ConnectionId connectionId,
    AppointmentId appointmentId,
    PatientId patientId,
    long revision,
    Instant startsAt,
    Instant endsAt,
    boolean wanted,
    long wants,
    boolean dirty,
    boolean tried,
    boolean rewrite,
    boolean nameless,
    @Nullable Remote remote,
    int attempts,
    @Nullable Proposal proposal) {

  /** What was last seen of a copy; the time of a deleted one is not known. */
  public record Remote(
      @Nullable String etag,
      boolean cancelled,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {}

  /** A change made over there that waits for the doctor, or is being carried out for them. */
  public record Proposal(
      ProposalId id, ProposedChange change, @Nullable Instant startsAt, boolean accepting) {}

  /** The entry's id over there. */
  public String remoteId() {
    return CalendarIdentity.googleEventId(appointmentId);
  }

  /** Does the calendar show what is wanted? */
  boolean agrees() {
    Remote there = remote == null || remote.cancelled() ? null : remote;
    return wanted
        ? there != null && startsAt.equals(there.startsAt()) && endsAt.equals(there.endsAt())
        : there == null;
  }
}
