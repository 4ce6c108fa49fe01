package medic.http;

import java.util.UUID;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, from a verified token. A controller method takes it as an argument.
 *
 * @param role what they may be
 * @param login the login's name, or the token's subject under OIDC
 * @param person the doctor or patient whose login it is; absent for admins and auditors
 */
public record Caller(Role role, String login, @Nullable UUID person) {

  public Caller {
    boolean needsPerson = role == Role.DOCTOR || role == Role.PATIENT;
    if (needsPerson != (person != null)) {
      throw new IllegalArgumentException("a doctor or patient, and nobody else, is a person here");
    }
  }

  /** The id the log gives to this caller: the person's where there is one, else the login. */
  public String actorId() {
    return person == null ? login : person.toString();
  }

  /** As events name whose hold it is. */
  public String asHolder() {
    return role.actorType() + " " + actorId();
  }

  /** May they read what concerns this doctor and this patient? */
  public boolean mayRead(DoctorId doctor, PatientId patient) {
    return switch (role) {
      case ADMIN, AUDITOR -> true;
      case DOCTOR -> is(doctor);
      case PATIENT -> is(patient);
    };
  }

  /** The doctor they are, if they are one. */
  public @Nullable DoctorId doctor() {
    return role == Role.DOCTOR && person != null ? new DoctorId(person) : null;
  }

  /** The patient they are, if they are one. */
  public @Nullable PatientId patient() {
    return role == Role.PATIENT && person != null ? new PatientId(person) : null;
  }

  public boolean is(DoctorId doctor) {
    return role == Role.DOCTOR && doctor.value().equals(person);
  }

  public boolean is(PatientId patient) {
    return role == Role.PATIENT && patient.value().equals(person);
  }
}
