package medic.sagas.calendars.copies;

import java.time.Instant;
import medic.events.calendar.ProposalOutcome;
import medic.events.calendar.ProposedChange;
import medic.sagas.calendars.remote.RemoteEvent;
import org.jspecify.annotations.Nullable;

/** What to do about a copy: which step brings the calendar nearer, what a change there means. */
public final class CopyPolicy {

  /** The next call to the provider. */
  public enum Step {
    DONE,
    LOOK,
    INSERT,
    CHANGE,
    DELETE
  }

  /** What an entry seen over there leads to. */
  public enum Response {
    /** It is as we left it, or its visit is over. */
    IGNORE,
    /** Write what is wanted over it. */
    RESTORE,
    /** Ask the doctor whether the visit is to follow. */
    PROPOSE_MOVE,
    PROPOSE_CANCEL
  }

  private CopyPolicy() {}

  public static Step next(Copy copy) {
    Copy.Remote remote = copy.remote();
    if (remote == null) {
      return copy.tried() ? Step.LOOK : copy.wanted() ? Step.INSERT : Step.DONE;
    }
    if (copy.nameless() && remote.cancelled()) {
      return Step.DONE; // the visit is over, and nothing of it is there
    }
    if (copy.agrees() && !(copy.rewrite() && copy.wanted())) {
      return Step.DONE;
    }
    return copy.wanted() ? Step.CHANGE : Step.DELETE;
  }

  /** An echo of our own writing bears the etag we know; what we are about to write comes first. */
  public static Response onSeen(Copy copy, RemoteEvent seen, Instant now) {
    boolean echo =
        copy.remote() != null
            && seen.etag() != null
            && seen.etag().equals(copy.remote().etag())
            && seen.cancelled() == copy.remote().cancelled();
    if (echo || copy.dirty() || copy.endsAt().isBefore(now)) {
      return Response.IGNORE;
    }
    if (!copy.wanted()) {
      return seen.cancelled() ? Response.IGNORE : Response.RESTORE;
    }
    if (seen.cancelled()) {
      return Response.PROPOSE_CANCEL;
    }
    boolean sameStart = copy.startsAt().equals(seen.startsAt());
    if (sameStart && copy.endsAt().equals(seen.endsAt())) {
      return Response.IGNORE;
    }
    return sameStart || seen.allDay() ? Response.RESTORE : Response.PROPOSE_MOVE;
  }

  /**
   * How an open proposal ends once the calendar shows what is wanted; null leaves it open. A visit
   * that has become what was proposed while the doctor accepted it has followed the proposal.
   */
  public static @Nullable ProposalOutcome settled(Copy copy) {
    Copy.Proposal proposal = copy.proposal();
    if (proposal == null || !copy.agrees()) {
      return null;
    }
    boolean followed =
        proposal.change() == ProposedChange.CANCEL
            ? !copy.wanted()
            : copy.wanted() && copy.startsAt().equals(proposal.startsAt());
    return proposal.accepting() && followed ? ProposalOutcome.ACCEPTED : ProposalOutcome.WITHDRAWN;
  }
}
