package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Role;
import medic.http.Told;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a calendar holds that nothing connects to here. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/external-busy-times")
class ExternalBusyEndpoint {

  private final CommandSender sender;
  private final Clock clock;

  ExternalBusyEndpoint(CommandSender sender, Clock clock) {
    this.clock = clock;
    this.sender = sender;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Told<VisitsHitOutcome> report(
      @PathVariable DoctorId doctorId, @Valid @RequestBody BusyTimesBody body, Caller caller) {
    return ToldHits.of(
        sender.send(
            new ReportExternalBusyTimes(
                doctorId,
                body.connectionId(),
                body.source(),
                body.seen(),
                body.goneExternalIds() == null ? List.of() : body.goneExternalIds(),
                Boolean.TRUE.equals(body.complete()),
                clock.instant()),
            caller));
  }
}
