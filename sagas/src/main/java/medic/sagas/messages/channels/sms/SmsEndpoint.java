package medic.sagas.messages.channels.sms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import medic.events.consent.ConsentSource;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.http.AnyParameters;
import medic.http.ApiException;
import medic.http.MayAnswer;
import medic.http.Public;
import medic.sagas.messages.consents.PatientConsents;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.sending.Deliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the provider of text messages calls: with what became of one, and with what somebody wrote
 * back. Without its signature nothing is believed; without a provider nothing is there.
 */
@RestController
@Public
@AnyParameters
class SmsEndpoint {

  static final String STATUS = "/api/notifications/sms/status";
  private static final String INBOUND = "/api/notifications/sms/inbound";
  private static final int MAX_CODE_LENGTH = 20;

  private final Optional<SmsSettings> settings;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final PatientConsents consents;
  private final ProviderOptOuts optOuts;

  SmsEndpoint(
      Optional<SmsSettings> settings,
      Deliveries deliveries,
      Contacts contacts,
      PatientConsents consents,
      ProviderOptOuts optOuts) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.consents = consents;
    this.optOuts = optOuts;
  }

  @MayAnswer({HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND})
  @PostMapping(STATUS + "/{notificationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void status(@PathVariable NotificationId notificationId, HttpServletRequest request) {
    verify(request);
    String status = field(request, "MessageStatus");
    if (status.equals("delivered")) {
      deliveries.delivered(notificationId);
    } else if (status.equals("undelivered") || status.equals("failed")) {
      String code = code(field(request, "ErrorCode"));
      deliveries.undelivered(notificationId, "SMS_" + code);
      if (code.equals(String.valueOf(ProviderOptOuts.CODE))) {
        optOuts.enter(field(request, "To"), null);
      }
    }
  }

  @MayAnswer({HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND})
  @PostMapping(INBOUND)
  ResponseEntity<String> inbound(HttpServletRequest request) {
    verify(request);
    String flag = field(request, "OptOutType");
    ConsentSource source = flag.isEmpty() ? ConsentSource.KEYWORD : ConsentSource.PROVIDER;
    List<PatientId> senders = contacts.byPhone(field(request, "From"));
    switch (SmsKeyword.of(flag, field(request, "Body"))) {
      case STOP -> senders.forEach(p -> consents.withdraw(p, NotificationChannel.SMS, source));
      case START -> senders.forEach(p -> consents.give(p, NotificationChannel.SMS, source));
      case HELP, NONE -> {}
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body("<Response/>");
  }

  private void verify(HttpServletRequest request) {
    SmsSettings known = settings.orElseThrow(() -> ApiException.notFound("provider"));
    boolean right =
        RequestSignature.isRight(
            request.getHeader(RequestSignature.HEADER),
            known.token(),
            known.publicUrl() + request.getRequestURI(),
            request.getParameterMap());
    if (!right) {
      throw new ApiException(
          HttpStatus.FORBIDDEN, "BAD_SIGNATURE", "The provider's signature is missing or wrong.");
    }
  }

  private static String field(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static String code(String text) {
    return text.length() <= MAX_CODE_LENGTH && text.matches("[0-9A-Za-z]+") ? text : "UNKNOWN";
  }
}
