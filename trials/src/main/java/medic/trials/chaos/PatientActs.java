package medic.trials.chaos;

import medic.trials.chaos.ChaosCall.Intent;

/** A patient books, moves, cancels, holds and looks. */
final class PatientActs implements Runnable {

  private final Acting acting;
  private final Practice.Patient self;

  PatientActs(Acting acting, Practice.Patient self) {
    this.acting = acting;
    this.self = self;
  }

  @Override
  public void run() {
    Practice.Doctor doctor = acting.one(acting.practice().doctors());
    Acting.Known visit = acting.remembered();
    int choice = visit == null ? 0 : acting.die(20);
    if (choice < 8 || visit == null) {
      acting.book(self.caller(), doctor, self.id());
    } else if (choice < 12) {
      acting.step(self.caller(), Intent.CANCEL, "cancel", visit);
    } else if (choice < 14) {
      acting.move(self.caller(), visit);
    } else if (choice < 16) {
      acting.hold(self.caller(), doctor);
    } else {
      look(choice, doctor, visit);
    }
  }

  private void look(int choice, Practice.Doctor doctor, Acting.Known visit) {
    acting.read(
        self.caller(),
        switch (choice) {
          case 16 -> "/api/patients/" + self.id() + "/appointments?when=upcoming";
          case 17 -> "/api/appointments/" + visit.id();
          case 18 ->
              "/api/doctors/" + doctor.id() + "/availability?appointmentTypeId=" + doctor.type();
          default -> "/api/patients/" + self.id();
        });
  }
}
