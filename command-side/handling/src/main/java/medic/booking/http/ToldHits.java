package medic.booking.http;

import medic.command.doctor.VisitsHitOutcome;
import medic.http.Told;

/** Answers of changes that have no other body: the visits that they hit, if they hit any. */
final class ToldHits {

  private ToldHits() {}

  static Told<VisitsHitOutcome> of(CommandResponse<VisitsHitOutcome> sent) {
    boolean none = sent.result().visitsHit().isEmpty();
    return sent.told(none ? null : sent.result());
  }
}
