package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.ShareRoom;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Created;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a doctor works. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/locations")
class PremisesEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  PremisesEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, LocationId>> add(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody LocationDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    LocationId id = ids.of(body.locationId(), KeyHeader.verified(key), caller, LocationId::new);
    return sender
        .send(new AddLocation(doctorId, id, body), caller)
        .created(
            "/api/doctors/" + doctorId.value() + "/locations/" + id.value(),
            Map.of("locationId", id));
  }

  @PostMapping("/{locationId}/rooms")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, RoomId>> addRoom(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @Valid @RequestBody RoomDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    RoomId id = ids.of(body.roomId(), KeyHeader.verified(key), caller, RoomId::new);
    return sender
        .send(new AddRoom(doctorId, locationId, id, body), caller)
        .created(
            "/api/doctors/"
                + doctorId.value()
                + "/locations/"
                + locationId.value()
                + "/rooms/"
                + id.value(),
            Map.of("roomId", id));
  }

  @PostMapping("/{locationId}/rooms/{roomId}/share")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> share(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId,
      @Valid @RequestBody RoomGuest body,
      Caller caller) {
    return sender
        .send(new ShareRoom(doctorId, locationId, roomId, body.doctorId()), caller)
        .ok(Map.of("roomId", roomId, "doctorId", body.doctorId()));
  }
}
