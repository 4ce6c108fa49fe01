package medic.sagas.calendars.connections;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Created;
import medic.http.MayCreate;
import medic.http.PositionHeader;
import medic.http.Role;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A doctor's connections: begun and looked at. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/calendar-connections")
class ConnectionEndpoint {

  static final String COOKIE = "medic-consent";

  private final ConnectionTable connections;
  private final GoogleConnectionService google;
  private final FeedConnectionService feeds;
  private final EventStore events;
  private final PublicAddress address;
  private final Clock clock;

  ConnectionEndpoint(
      ConnectionTable connections,
      GoogleConnectionService google,
      FeedConnectionService feeds,
      EventStore events,
      PublicAddress address,
      Clock clock) {
    this.connections = connections;
    this.google = google;
    this.feeds = feeds;
    this.events = events;
    this.address = address;
    this.clock = clock;
  }

  /** Where to send the doctor's browser, which has to bring the cookie back from there. */
  record ConsentView(String authorizationUrl, Instant expiresAt) {}

  /** A feed is connected at once, 201; for Google the answer, 200, says where consent is given. */
  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  @MayCreate
  ResponseEntity<?> begin(
      @PathVariable DoctorId doctorId, @Valid @RequestBody NewConnection body, Caller caller) {
    if (events.lastSequenceNumberFor(doctorId.toString()).isEmpty()) {
      throw ApiException.notFound("doctor");
    }
    if (body.provider() == CalendarProvider.ICALENDAR) {
      ConnectionService.Made made = feeds.connect(doctorId, body, caller);
      ConnectionView view = ConnectionView.of(made.connection());
      return new Created<>(
          "/api/doctors/"
              + doctorId.value()
              + "/calendar-connections/"
              + made.connection().id().value(),
          view,
          PositionHeader.of(made.position()));
    }
    GoogleConnectionService.Departure departure =
        google.send(
            doctorId, body.calendarOrPrimary(), Boolean.TRUE.equals(body.showPatientNames()));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(departure).toString())
        .body(new ConsentView(departure.page(), departure.expiresAt()));
  }

  /** Lax, since it is Google that sends the browser to where the cookie is wanted. */
  private ResponseCookie cookie(GoogleConnectionService.Departure departure) {
    return ResponseCookie.from(COOKIE, departure.browser())
        .httpOnly(true)
        .secure(address.get().startsWith("https://"))
        .sameSite("Lax")
        .path("/api/calendar-connections/google/callback")
        .maxAge(Duration.between(clock.instant(), departure.expiresAt()))
        .build();
  }

  @GetMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.AUDITOR},
      own = DOCTOR_IN_PATH)
  List<ConnectionView> list(@PathVariable DoctorId doctorId) {
    return connections.of(doctorId).stream().map(ConnectionView::of).toList();
  }

  @GetMapping("/{connectionId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.AUDITOR},
      own = DOCTOR_IN_PATH)
  ConnectionView show(@PathVariable DoctorId doctorId, @PathVariable ConnectionId connectionId) {
    return ConnectionView.of(connections.of(doctorId, connectionId));
  }
}
