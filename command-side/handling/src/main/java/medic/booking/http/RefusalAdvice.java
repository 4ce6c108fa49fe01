package medic.booking.http;

import medic.booking.deciding.AnsweredRequests;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.RefusalDetails;
import medic.http.FieldError;
import medic.http.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Answers the domain's refusals with problems: the one place that gives them a status. */
@RestControllerAdvice
@Order(0)
class RefusalAdvice {

  @ExceptionHandler(Refusal.class)
  ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
    RefusalDetails details = meant(refusal.details(), Ids.isFromKey(request));
    String code = details.code().name();
    FieldError[] errors =
        details.field() == null
            ? new FieldError[0]
            : new FieldError[] {new FieldError(details.field(), code, details.detail())};
    return Problems.answer(
        Problems.of(status(details.code()), code, details.detail(), errors), HttpHeaders.EMPTY);
  }

  /** Where an id follows from a key, it is the key that was used for something else. */
  private static RefusalDetails meant(RefusalDetails details, boolean idIsFromKey) {
    return details.code() == RefusalCode.ID_ALREADY_USED && idIsFromKey
        ? AnsweredRequests.keyReused()
        : details;
  }

  private static HttpStatus status(RefusalCode code) {
    return switch (code.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case OUTDATED -> HttpStatus.PRECONDITION_FAILED;
      case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
    };
  }
}
