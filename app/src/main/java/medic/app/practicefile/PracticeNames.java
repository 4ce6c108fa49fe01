package medic.app.practicefile;

import java.util.HashMap;
import java.util.Map;
import medic.events.id.DoctorId;
import medic.events.id.RoomId;

/** What the parts of a file may name of each other. */
final class PracticeNames {

  private final Map<String, DoctorId> doctors = new HashMap<>();
  private final Map<DoctorId, Map<String, RoomId>> shared = new HashMap<>();

  void add(String email, DoctorId doctor) {
    doctors.put(email, doctor);
  }

  DoctorId doctor(PracticeEntry entry, String email) {
    DoctorId doctor = doctors.get(email);
    if (doctor == null) {
      throw new LoadException(entry.path(), "there is no doctor " + email);
    }
    return doctor;
  }

  void share(DoctorId with, String name, RoomId room) {
    shared.computeIfAbsent(with, doctor -> new HashMap<>()).put(name, room);
  }

  Map<String, RoomId> sharedWith(DoctorId doctor) {
    return shared.getOrDefault(doctor, Map.of());
  }
}
