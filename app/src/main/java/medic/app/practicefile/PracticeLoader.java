package medic.app.practicefile;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.command.doctor.RegisterDoctor;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.Invitations;
import medic.http.Invitations.Guest;
import medic.http.Logins;
import medic.http.Role;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Sets up a practice from a YAML or JSON file, through the commands that clients send. Everything
 * in it has an id that follows from its name, so that loading a file again changes nothing, and a
 * load that broke off can be repeated.
 */
public final class PracticeLoader {

  /** How many things were named. */
  public record Loaded(int doctors, int patients) {}

  private final CommandPort commands;
  private final Shapes shapes;
  private final Logins logins;
  private final Optional<Invitations> invitations;

  /**
   * @param invitations of people to sign in here; empty where they do so elsewhere
   */
  public PracticeLoader(
      CommandGateway gateway,
      Validator validator,
      Logins logins,
      Optional<Invitations> invitations) {
    this.invitations = invitations;
    this.commands = new CommandPort(gateway);
    this.shapes = new Shapes(validator);
    this.logins = logins;
  }

  /** Loads all of it; throws {@link LoadException} at the first part that cannot be. */
  public Loaded load(Reader file) throws IOException {
    PracticeEntry practice = new PracticeEntry("practice", parsed(file));
    List<PracticeEntry> doctors = practice.takeAll("doctors");
    List<PracticeEntry> patients = practice.takeAll("patients");
    practice.mustBeEmpty();
    loadDoctors(doctors);
    patients.forEach(this::loadPatient);
    return new Loaded(doctors.size(), patients.size());
  }

  private static Object parsed(Reader file) {
    try {
      return PlainYaml.read(file);
    } catch (YAMLException unreadable) {
      throw new LoadException("practice", String.valueOf(unreadable.getMessage()));
    }
  }

  /** All doctors first, then all rooms, so that a room can be shared with anybody in the file. */
  private void loadDoctors(List<PracticeEntry> entries) {
    PracticeNames names = new PracticeNames();
    Map<PracticeEntry, DoctorLoader> loaders = new LinkedHashMap<>();
    Map<PracticeEntry, Map<String, List<PracticeEntry>>> parts = new LinkedHashMap<>();
    for (PracticeEntry entry : entries) {
      Map<String, List<PracticeEntry>> itsParts = new LinkedHashMap<>();
      for (String part :
          List.of("locations", "appointmentTypes", "templates", "exceptions", "timeOff")) {
        itsParts.put(part, entry.takeAll(part));
      }
      DoctorId id = register(entry);
      names.add(entry.need("email"), id);
      loaders.put(entry, new DoctorLoader(commands, shapes, names, id));
      parts.put(entry, itsParts);
    }
    loaders.forEach((entry, loader) -> loader.locations(part(parts, entry, "locations")));
    loaders.forEach(
        (entry, loader) -> {
          loader.types(part(parts, entry, "appointmentTypes"));
          loader.templates(part(parts, entry, "templates"));
          loader.exceptions(part(parts, entry, "exceptions"));
          loader.timeOff(part(parts, entry, "timeOff"));
        });
  }

  private static List<PracticeEntry> part(
      Map<PracticeEntry, Map<String, List<PracticeEntry>>> parts,
      PracticeEntry entry,
      String name) {
    return new ArrayList<>(parts.getOrDefault(entry, Map.of()).getOrDefault(name, List.of()));
  }

  private DoctorId register(PracticeEntry entry) {
    PracticeEntry login = entry.takeOne("login");
    DoctorFields doctor = shapes.read(entry, DoctorFields.class);
    DoctorId id = new DoctorId(StableIds.of("doctor", doctor.email()));
    commands.send(
        entry,
        new RegisterDoctor(
            id, doctor.fullName(), doctor.specialty(), doctor.email(), doctor.timezone()));
    createLogin(login, Role.DOCTOR, id.value());
    return id;
  }

  private void loadPatient(PracticeEntry entry) {
    PracticeEntry login = entry.takeOne("login");
    PatientDetails details = shapes.read(entry, PatientDetails.class);
    String contact = String.valueOf(details.email() == null ? details.phone() : details.email());
    PatientId id = new PatientId(StableIds.of("patient", contact));
    commands.send(entry, new RegisterPatient(id, details));
    createLogin(login, Role.PATIENT, id.value());
  }

  private void invite(PracticeEntry login, Guest guest) {
    invitations
        .orElseThrow(
            () -> new LoadException(login.path(), "people sign in with the OIDC issuer here"))
        .inviteOnce(guest, null);
  }

  private void createLogin(@Nullable PracticeEntry login, Role role, UUID person) {
    if (login == null) {
      return;
    }
    String username = login.need("username");
    if (login.take("demo") != null) {
      logins.createDemo(username, login.need("password"), role, person);
    } else if (login.take("password") != null) {
      throw new LoadException(
          login.path(), "password is not taken: leave it out, and they are sent a link");
    } else {
      invite(login, new Guest(role, person, username));
    }
  }
}
