package medic.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
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

/**
 * Answers every failure with a problem. It is asked last: an advice for refusals of its own is
 * {@code @Order(0)}.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

  @ExceptionHandler(ApiException.class)
  ResponseEntity<Object> refused(ApiException refusal) {
    return Failures.answer(refusal);
  }

  /** Who could not be asked has not refused. */
  @ExceptionHandler(AuthenticationServiceException.class)
  ResponseEntity<Object> unverifiable(AuthenticationServiceException failure) {
    return Failures.answer(failure);
  }

  @ExceptionHandler(AuthenticationException.class)
  ResponseEntity<Object> unauthenticated() {
    return Problems.answer(Problems.ofStatus(HttpStatus.UNAUTHORIZED), HttpHeaders.EMPTY);
  }

  @ExceptionHandler(AccessDeniedException.class)
  ResponseEntity<Object> forbidden() {
    return Problems.answer(Problems.ofStatus(HttpStatus.FORBIDDEN), HttpHeaders.EMPTY);
  }

  /** An answer that has begun is cut off, so that nobody takes it for whole. */
  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> lastResort(Exception failure, HttpServletResponse response) {
    if (!response.isCommitted()) {
      return Failures.answer(failure);
    }
    if (Failures.clientIsGone(failure)) {
      return null;
    }
    throw new CutOff();
  }

  /**
   * Lets the failure itself go on to the container, which then closes the connection. The failure
   * must not be thrown here: Spring would look into it for a client that went away, take a lost
   * database for one, and end the answer in peace.
   */
  private static final class CutOff extends RuntimeException {
    CutOff() {
      super("an answer that had begun cannot be finished", null, false, false);
    }
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
