package medic.events.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import medic.events.appointment.ChangeObjection.Code;
import medic.events.doctor.AppointmentTerms;
import org.jspecify.annotations.Nullable;

/**
 * How far a kind of visit lets one that is booked be changed: the one home of what is objected to a
 * move or a cancel, for who decides, who offers times beforehand, and who writes of it.
 *
 * @param movedByPatients whether patients may move it at all
 * @param minNoticeMinutes how long before its start a patient still changes it
 * @param mostMoves how often it is moved; null when unlimited
 */
public record ChangeRules(
    boolean movedByPatients, int minNoticeMinutes, @Nullable Integer mostMoves) {

  public static ChangeRules of(AppointmentTerms terms) {
    return new ChangeRules(
        terms.allowPatientReschedule(), terms.minNoticeMinutes(), terms.maxRescheduleCount());
  }

  /** What is objected to a move, the first to be told first; nothing when it is allowed. */
  public List<ChangeObjection> toMove(
      AppointmentStatus status, Instant startsAt, int moves, boolean byPatient, Instant now) {
    return Stream.of(
            byPatient && !movedByPatients
                ? Optional.of(
                    new ChangeObjection(
                        Code.RESCHEDULE_NOT_ALLOWED, "Only the practice can move this visit."))
                : Optional.<ChangeObjection>empty(),
            isMovedOften(moves)
                ? Optional.of(
                    new ChangeObjection(
                        Code.RESCHEDULE_LIMIT_REACHED,
                        moves == 0
                            ? "Visits of this kind are not moved."
                            : "This visit was moved "
                                + moves
                                + " times and cannot be moved again."))
                : Optional.<ChangeObjection>empty(),
            toNotice(status, startsAt, byPatient, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A patient changes a visit as early as its type asks, and before it starts. */
  public Optional<ChangeObjection> toNotice(
      AppointmentStatus status, Instant startsAt, boolean byPatient, Instant now) {
    return byPatient && isBinding(status) && isTooLate(startsAt, now)
        ? Optional.of(
            new ChangeObjection(
                Code.TOO_SHORT_NOTICE,
                "It is too late to change this visit here. Please call the practice."))
        : Optional.empty();
  }

  /** What is only asked for binds nobody yet. */
  public static boolean isBinding(AppointmentStatus status) {
    return status != AppointmentStatus.PENDING;
  }

  /** Until when a visit that starts then is changed: at this instant it still is, after it not. */
  public Instant until(Instant startsAt) {
    return startsAt.minus(Duration.ofMinutes(minNoticeMinutes));
  }

  /** A visit that starts is changed no more, however little notice is asked for. */
  public boolean isTooLate(Instant startsAt, Instant now) {
    return now.isAfter(until(startsAt)) || !now.isBefore(startsAt);
  }

  private boolean isMovedOften(int moves) {
    return mostMoves != null && moves >= mostMoves;
  }

  /** How often a visit may still be moved; null when unlimited. */
  public @Nullable Integer movesLeft(int moves) {
    return mostMoves == null ? null : Integer.valueOf(Math.max(0, mostMoves - moves));
  }
}
