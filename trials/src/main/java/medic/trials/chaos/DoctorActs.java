package medic.trials.chaos;

import medic.trials.chaos.ChaosCall.Intent;

/** A doctor books for patients, confirms, cancels and reads the agenda. */
final class DoctorActs implements Runnable {

  private final Acting acting;
  private final Practice.Doctor self;

  DoctorActs(Acting acting, Practice.Doctor self) {
    this.acting = acting;
    this.self = self;
  }

  @Override
  public void run() {
    Acting.Known visit = acting.remembered();
    int choice = visit == null ? 0 : acting.die(12);
    if (choice < 4 || visit == null) {
      acting.book(self.caller(), self, acting.one(acting.practice().patients()).id());
    } else if (choice < 7) {
      acting.step(self.caller(), Intent.CANCEL, "cancel", visit);
    } else if (choice == 7) {
      acting.step(self.caller(), Intent.CONFIRM, "confirm", visit);
    } else {
      acting.read(
          self.caller(), "/api/doctors/" + self.id() + "/agenda?from=2026-01-01&to=2026-01-07");
    }
  }
}
