package medic.sagas.messages.consents;

import java.util.Locale;
import medic.events.consent.ConsentSource;
import medic.http.ApiException;
import medic.http.Public;
import medic.sagas.messages.consents.OptOutTokens.OptOut;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/notifications/opt-out} shows a page that asks; only {@code POST} changes
 * something, for mail scanners follow every link. The same POST is the one click of RFC 8058.
 */
@RestController
@Public
class OptOutEndpoint {

  private final OptOutTokens tokens;
  private final OptOutPage page;
  private final PatientConsents consents;

  OptOutEndpoint(OptOutTokens tokens, OptOutPage page, PatientConsents consents) {
    this.tokens = tokens;
    this.page = page;
    this.consents = consents;
  }

  @GetMapping(OptOutTokens.PATH)
  ResponseEntity<String> ask(@RequestParam String token, Locale language) {
    OptOut asked = read(token);
    return html(page.asking(asked.channel(), token, language));
  }

  @PostMapping(OptOutTokens.PATH)
  ResponseEntity<String> optOut(@RequestParam String token, Locale language) {
    OptOut wanted = read(token);
    consents.withdraw(wanted.patient(), wanted.channel(), ConsentSource.LINK);
    return html(page.done(wanted.channel(), language));
  }

  private OptOut read(String token) {
    return tokens
        .read(token)
        .orElseThrow(() -> ApiException.badField("token", "INVALID_VALUE", "is not one of ours"));
  }

  private static ResponseEntity<String> html(String page) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Referrer-Policy", "no-referrer")
        .body(page);
  }
}
