package medic.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every failure with a problem. It is asked last: an advice for refusals of its own is
 * {@code @Order(0)}.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(ApiException.class)
  ResponseEntity<Object> refused(ApiException refusal) {
    Problem problem =
        Problem.of(
            refusal.status().value(),
            refusal.code(),
            String.valueOf(refusal.getMessage()),
            refusal.errors());
    HttpHeaders headers = new HttpHeaders();
    refusal
        .retryAfter()
        .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    return Problems.answer(problem, headers);
  }

  @ExceptionHandler(AuthenticationException.class)
  ResponseEntity<Object> unauthenticated() {
    return Problems.answer(Problems.ofStatus(HttpStatus.UNAUTHORIZED), HttpHeaders.EMPTY);
  }

  @ExceptionHandler(AccessDeniedException.class)
  ResponseEntity<Object> forbidden() {
    return Problems.answer(Problems.ofStatus(HttpStatus.FORBIDDEN), HttpHeaders.EMPTY);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> lastResort(Exception failure) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null;
    }
    ApiException refusal = Causes.first(failure, ApiException.class);
    if (refusal != null) {
      return refused(refusal);
    }
    if (Causes.databaseIsAway(failure)) {
      LOG.warn("the database is away: {}", failure.toString());
      return Problems.unavailable();
    }
    UUID reference = UUID.randomUUID();
    LOG.error("unexpected failure {}", reference, failure);
    return Problems.answer(
        Problems.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "INTERNAL_ERROR",
            "Something went wrong here; its reference in the log is " + reference + "."),
        HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return Problems.answer(BodyProblems.of(unreadable), headers);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return badRequest(FieldErrors.of(invalid.getBindingResult()), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return badRequest(FieldErrors.of(invalid), headers);
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return badRequest(List.of(FieldErrors.of(mismatch)), headers);
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return badRequest(List.of(FieldErrors.missing(missing.getParameterName())), headers);
  }

  @Override
  protected ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException unbound,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors =
        unbound instanceof MissingRequestValueException missing
            ? List.of(FieldErrors.missing(FieldErrors.nameOf(missing)))
            : List.of();
    return badRequest(errors, headers);
  }

  /** Where all of Spring's own refusals end. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return Problems.answer(Problems.ofStatus(status), headers);
  }

  private static ResponseEntity<Object> badRequest(List<FieldError> errors, HttpHeaders headers) {
    return Problems.answer(Problems.badRequest(errors), headers);
  }
}
