package medic.trials.chaos;

/** An auditor reads the log and its proofs. */
final class AuditorActs implements Runnable {

  private final Acting acting;

  AuditorActs(Acting acting) {
    this.acting = acting;
  }

  @Override
  public void run() {
    ChaosCaller auditor = acting.practice().auditor();
    Practice.Doctor doctor = acting.one(acting.practice().doctors());
    acting.read(
        auditor,
        switch (acting.die(4)) {
          case 0 -> "/api/audit/events?limit=20";
          case 1 -> "/api/audit/checkpoint";
          case 2 -> "/api/audit/export?format=ndjson&doctorId=" + doctor.id();
          default -> "/api/doctors/" + doctor.id();
        });
  }
}
