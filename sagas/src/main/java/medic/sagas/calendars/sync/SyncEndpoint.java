package medic.sagas.calendars.sync;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import java.time.Clock;
import java.util.List;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.NoContent;
import medic.http.PositionHeader;
import medic.http.Role;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionTable;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.copies.CopyTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a connection brings and what it waits for; asked to go on, or ended. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/calendar-connections/{connectionId}")
class SyncEndpoint {

  private final ConnectionTable connections;
  private final DisconnectionService service;
  private final BusyTimes busyTimes;
  private final CopyTable copies;
  private final RoundTable rounds;
  private final ObjectProvider<CalendarWorker> worker;
  private final Clock clock;

  SyncEndpoint(
      ConnectionTable connections,
      DisconnectionService service,
      BusyTimes busyTimes,
      CopyTable copies,
      RoundTable rounds,
      ObjectProvider<CalendarWorker> worker,
      Clock clock) {
    this.connections = connections;
    this.service = service;
    this.busyTimes = busyTimes;
    this.copies = copies;
    this.rounds = rounds;
    this.worker = worker;
    this.clock = clock;
  }

  /** Asks for a round at once, whatever made it or a copy wait. */
  @PostMapping("/sync")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  void synchronise(@PathVariable DoctorId doctorId, @PathVariable ConnectionId connectionId) {
    ConnectionId id = connections.of(doctorId, connectionId).id();
    copies.retryAll(id, clock.instant());
    rounds.insist(id, clock.instant());
    worker.ifAvailable(CalendarWorker::wake);
  }

  /** Our copies stay in the doctor's calendar unless {@code removeCopies} asks for them to go. */
  @DeleteMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  NoContent disconnect(
      @PathVariable DoctorId doctorId,
      @PathVariable ConnectionId connectionId,
      @RequestParam(defaultValue = "false") boolean removeCopies,
      Caller caller) {
    Connection connection = connections.of(doctorId, connectionId);
    String position = service.disconnect(connection, removeCopies, caller);
    worker.ifAvailable(CalendarWorker::wake);
    return new NoContent(PositionHeader.of(position));
  }

  @GetMapping("/busy-times")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.AUDITOR},
      own = DOCTOR_IN_PATH)
  List<BusyTimes.View> busyTimes(
      @PathVariable DoctorId doctorId, @PathVariable ConnectionId connectionId) {
    return busyTimes.of(connections.of(doctorId, connectionId).id());
  }

  /** How many visits wait to be written there, and how many of them the provider refused. */
  @GetMapping("/queue")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.AUDITOR},
      own = DOCTOR_IN_PATH)
  CopyTable.Queue queue(@PathVariable DoctorId doctorId, @PathVariable ConnectionId connectionId) {
    return copies.queue(connections.of(doctorId, connectionId).id());
  }
}
