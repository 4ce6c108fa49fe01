package medic.sagas.calendars.connections;

import medic.http.AnyParameters;
import medic.http.ApiException;
import medic.http.MayAnswer;
import medic.http.PositionHeader;
import medic.http.Public;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Google sends a doctor back to. The browser has no token of ours then: the state says whose
 * consent it is, and a cookie that it is the same browser.
 */
@RestController
@Public
@AnyParameters
@RequestMapping("/api/calendar-connections/google/callback")
class GoogleConsentEndpoint {

  private final GoogleConnectionService service;

  GoogleConsentEndpoint(GoogleConnectionService service) {
    this.service = service;
  }

  @MayAnswer({HttpStatus.NOT_FOUND, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT})
  @GetMapping
  ResponseEntity<ConnectionView> back(
      @RequestParam String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String error,
      @CookieValue(name = ConnectionEndpoint.COOKIE, defaultValue = "") String browser) {
    if (error != null) {
      throw new ApiException(
          HttpStatus.UNPROCESSABLE_CONTENT, "CONSENT_REFUSED", "Google was not allowed in.");
    }
    if (code == null) {
      throw ApiException.badField("code", "NOT_NULL", "must be given");
    }
    ConnectionService.Made made = service.receive(state, code, browser);
    return ResponseEntity.ok()
        .headers(PositionHeader.of(made.position()))
        .body(ConnectionView.of(made.connection()));
  }
}
