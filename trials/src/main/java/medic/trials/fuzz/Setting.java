package medic.trials.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import medic.trials.chaos.Practice;
import medic.trials.cluster.Cluster;

/** What there is before the first request: marked patients, and a visit of each. */
record Setting(Cluster cluster, Practice practice) {

  /** Marks the patients, books for each, and names all who will call. */
  People people() {
    List<String> appointments = new ArrayList<>();
    for (int i = 0; i < practice.patients().size(); i++) {
      mark(practice.patients().get(i).id());
      appointments.add(book(i));
    }
    return new People(practice, roles(), appointments);
  }

  private String address() {
    return cluster.nodes().get(0).address();
  }

  private void mark(String patient) {
    practice
        .admin()
        .send(
            address(),
            "PUT",
            "/api/patients/" + patient,
            Map.of("fullName", Marks.of(patient), "email", Marks.of(patient) + "@example.org"),
            Map.of())
        .expect(200);
  }

  private String book(int patient) {
    Practice.Doctor doctor = practice.doctors().get(patient % practice.doctors().size());
    return practice
        .admin()
        .post(
            address(),
            "/api/appointments",
            Map.of(
                "doctorId", doctor.id(),
                "appointmentTypeId", doctor.type(),
                "patientId", practice.patients().get(patient).id(),
                "startsAt", practice.startTimes().get(patient)))
        .expect(201)
        .json()
        .path("appointmentId")
        .asString();
  }

  private List<People.Role> roles() {
    String doctor = practice.doctors().get(0).id();
    String patient = practice.patients().get(0).id();
    String other = practice.patients().get(1).id();
    return List.of(
        new People.Role("admin", cluster.issuer().token("ADMIN", "trials-admin", null), ""),
        new People.Role("auditor", cluster.issuer().token("AUDITOR", "trials-auditor", null), ""),
        new People.Role("doctor", cluster.issuer().token("DOCTOR", "doctor-" + doctor, doctor), ""),
        new People.Role(
            "patient", cluster.issuer().token("PATIENT", "patient-" + patient, patient), patient),
        new People.Role(
            "other patient", cluster.issuer().token("PATIENT", "patient-" + other, other), other),
        new People.Role("nobody", "", ""));
  }
}
