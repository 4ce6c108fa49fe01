package medic.trials.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.trials.chaos.ChaosCall.Intent;

/**
 * Whoever was told that a time is taken was told so while it could have been: at some moment
 * between request and answer, somebody who may have had it had not yet given it back.
 */
final class RefusalsAreJustified implements Check {

  /** A time that somebody may have had, from when they asked for it until they surely had not. */
  private record Claim(ChaosCall call, long until) {

    boolean touches(ChaosCall refused) {
      return call.sentAt() <= refused.answeredAt() && refused.sentAt() <= until;
    }
  }

  private static final int ROOM_CAPACITY = 2;

  @Override
  public String name() {
    return "refusals are justified";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    List<Claim> claims = claims(evidence.calls());
    List<String> findings = new ArrayList<>();
    for (ChaosCall call : evidence.calls()) {
      if (call.status() == 409 && !isJustified(call, claims)) {
        findings.add("nobody could have had that time: " + call);
      }
    }
    return findings;
  }

  private static boolean isJustified(ChaosCall refused, List<Claim> claims) {
    Stream<Claim> sameTime =
        claims.stream()
            .filter(claim -> claim.call.startsAt().equals(refused.startsAt()))
            .filter(claim -> !claim.call.subject().equals(refused.subject()))
            .filter(claim -> claim.touches(refused));
    if (refused.body().contains("\"SLOT_TAKEN\"")) {
      return sameTime.anyMatch(claim -> claim.call.doctor().equals(refused.doctor()));
    }
    if (refused.body().contains("\"PATIENT_BUSY\"")) {
      return sameTime.anyMatch(claim -> claim.call.patient().equals(refused.patient()));
    }
    if (refused.body().contains("\"ROOM_TAKEN\"")) {
      return sameTime.count() >= ROOM_CAPACITY;
    }
    return true;
  }

  private static List<Claim> claims(List<ChaosCall> calls) {
    Map<String, Long> ended = new HashMap<>();
    calls.stream()
        .filter(call -> call.intent() == Intent.CANCEL || call.intent() == Intent.RELEASE)
        .filter(ChaosCall::succeeded)
        .forEach(call -> ended.merge(call.subject(), call.answeredAt(), Math::min));
    return calls.stream()
        .filter(call -> !call.startsAt().isEmpty() && !call.wasRefused())
        .map(call -> new Claim(call, ended.getOrDefault(call.subject(), Long.MAX_VALUE)))
        .toList();
  }
}
