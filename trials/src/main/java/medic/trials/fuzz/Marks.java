package medic.trials.fuzz;

/** A word in each patient's data that stands nowhere else. */
final class Marks {

  private Marks() {}

  static String of(String patient) {
    return "secret" + patient.replace("-", "");
  }
}
