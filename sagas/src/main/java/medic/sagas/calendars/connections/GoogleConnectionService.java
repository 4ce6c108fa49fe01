package medic.sagas.calendars.connections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.command.Actor;
import medic.events.ActorType;
import medic.events.calendar.CalendarProvider;
import medic.events.id.DoctorId;
import medic.http.ApiException;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.google.GoogleCalendar;
import medic.sagas.calendars.remote.google.GoogleConsent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Sends doctors to Google's consent page and takes them in when they come back: with the state they
 * were sent with, in the browser they set out in, with a code that only our verifier redeems.
 */
@Component
class GoogleConnectionService {

  private static final Duration TIME_TO_CONSENT = Duration.ofMinutes(15);

  private final ObjectProvider<GoogleConsent> consents;
  private final ObjectProvider<GoogleCalendar> calendars;
  private final ConsentTable pending;
  private final ConnectionService service;
  private final PublicAddress address;
  private final Secrets secrets;
  private final Clock clock;

  GoogleConnectionService(
      ObjectProvider<GoogleConsent> consents,
      ObjectProvider<GoogleCalendar> calendars,
      ConsentTable pending,
      ConnectionService service,
      PublicAddress address,
      Secrets secrets,
      Clock clock) {
    this.consents = consents;
    this.calendars = calendars;
    this.pending = pending;
    this.service = service;
    this.address = address;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Where to send the doctor, until when, and what their browser has to bring back. */
  record Departure(String page, Instant expiresAt, String browser) {
    @Override
    public String toString() {
      return "departure until " + expiresAt;
    }
  }

  Departure send(DoctorId doctor, String calendar, boolean showPatientNames) {
    GoogleConsent google = consents.getIfAvailable();
    if (google == null) {
      throw new ApiException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "PROVIDER_NOT_CONFIGURED",
          "This server has no Google client: its operator sets MEDIC_GOOGLE_CLIENT_ID.");
    }
    String state = secrets.next();
    String browser = secrets.next();
    String verifier = secrets.next();
    Instant expiresAt = clock.instant().plus(TIME_TO_CONSENT);
    pending.keep(
        state,
        browser,
        new ConsentTable.Pending(doctor, verifier, calendar, showPatientNames),
        expiresAt);
    String challenge = Secrets.base64(Secrets.hash(verifier));
    return new Departure(
        google.page(address.googleCallback(), state, challenge), expiresAt, browser);
  }

  ConnectionService.Made receive(String state, String code, String browser) {
    ConsentTable.Pending consent =
        pending
            .take(state, browser, clock.instant())
            .orElseThrow(
                () ->
                    new ApiException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "CONSENT_UNKNOWN",
                        "This consent was not begun here, took too long, or was used already:"
                            + " begin again."));
    try {
      Actor doctor = new Actor(ActorType.DOCTOR, consent.doctorId().value().toString());
      return service.connect(wish(consent, code), doctor);
    } catch (RemoteFailure failure) {
      throw refused(failure);
    }
  }

  private ConnectionService.Wish wish(ConsentTable.Pending consent, String code) {
    GoogleConsent.Tokens tokens =
        consents.getObject().exchange(code, address.googleCallback(), consent.verifier());
    if (tokens.refresh() == null || !GoogleConsent.suffices(tokens.scopes())) {
      throw new ApiException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "CONSENT_INCOMPLETE",
          "Google was not allowed all that is needed: begin again, and tick every box.");
    }
    RemoteAccess access = new RemoteAccess(consent.calendar(), tokens.access());
    return new ConnectionService.Wish(
        consent.doctorId(),
        CalendarProvider.GOOGLE,
        calendars.getObject().nameOf(access),
        tokens.scopes(),
        consent.showPatientNames(),
        tokens.refresh());
  }

  static ApiException refused(RemoteFailure failure) {
    return switch (failure.kind()) {
      case GRANT_BROKEN, UNAUTHORIZED ->
          new ApiException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "CONSENT_REFUSED",
              "Google did not accept the code: begin again.");
      case MISSING ->
          new ApiException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "CALENDAR_UNKNOWN",
              "There is no such calendar in that account.");
      default ->
          new ApiException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "PROVIDER_UNAVAILABLE",
              "Google does not answer as it should: try again later.");
    };
  }
}
