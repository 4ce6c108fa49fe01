package medic.command;

import java.util.Map;
import medic.events.ActorType;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command. It travels in the message's metadata and from there into every event.
 *
 * @param type what they are
 * @param id the doctor's or patient's UUID, or a login's name
 */
public record Actor(ActorType type, String id) {

  public static final String TYPE_KEY = "actorType";
  public static final String ID_KEY = "actorId";

  /** The engine itself: a deadline, a loader. */
  public static final Actor SYSTEM = new Actor(ActorType.SYSTEM, "medic");

  public static Actor from(Map<String, ?> metaData) {
    Object type = metaData.get(TYPE_KEY);
    Object id = metaData.get(ID_KEY);
    return type == null || id == null
        ? SYSTEM
        : new Actor(ActorType.valueOf(type.toString()), id.toString());
  }

  public Map<String, String> asMetaData() {
    return Map.of(TYPE_KEY, type.name(), ID_KEY, id);
  }

  /** May this actor touch what concerns this doctor and this patient? */
  public boolean mayActFor(DoctorId doctor, @Nullable PatientId patient) {
    return switch (type) {
      case ADMIN, SYSTEM -> true;
      case DOCTOR -> doctor.value().toString().equals(id);
      case PATIENT -> patient != null && patient.value().toString().equals(id);
      case AUDITOR -> false;
    };
  }

  @Override
  public String toString() {
    return type + " " + id;
  }
}
