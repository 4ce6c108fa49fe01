package medic.http;

import java.net.SocketTimeoutException;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What a failure that nobody expected is answered with, wherever it got out. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static ResponseEntity<Object> answer(Throwable failure) {
    ApiException refusal = Causes.first(failure, ApiException.class);
    if (refusal != null) {
      return answer(refusal);
    }
    HttpStatusCode clientsFault = clientsFault(failure);
    if (clientsFault != null) {
      return Problems.answer(Problems.ofStatus(clientsFault), HttpHeaders.EMPTY);
    }
    if (Outages.isBehind(failure)) {
      LOG.warn("a part of the system is away: {}", failure.toString());
      return Problems.answer(Problems.ofStatus(HttpStatus.SERVICE_UNAVAILABLE), HttpHeaders.EMPTY);
    }
    return unexpected(failure);
  }

  static ResponseEntity<Object> answer(ApiException refusal) {
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

  /**
   * Whether the client went away while its request was read or its answer written. Only what the
   * container itself reports from there counts: the same exceptions of Java's come from a lost
   * database.
   */
  static boolean clientIsGone(Throwable failure) {
    return Causes.first(failure, ClientAbortException.class) != null
        || Causes.first(failure, AsyncRequestNotUsableException.class) != null;
  }

  private static @Nullable HttpStatusCode clientsFault(Throwable failure) {
    InvalidParameterException parameter = Causes.first(failure, InvalidParameterException.class);
    if (parameter != null) {
      return HttpStatusCode.valueOf(parameter.getErrorCode());
    }
    if (Causes.first(failure, RequestRejectedException.class) != null) {
      return HttpStatus.BAD_REQUEST; // the firewall looks at names and values as they are asked for
    }
    if (Causes.first(failure, BadRequestException.class) != null || clientIsGone(failure)) {
      return Causes.first(failure, SocketTimeoutException.class) == null
          ? HttpStatus.BAD_REQUEST
          : HttpStatus.REQUEST_TIMEOUT;
    }
    return null;
  }

  private static ResponseEntity<Object> unexpected(Throwable failure) {
    UUID reference = UUID.randomUUID();
    LOG.error("unexpected failure {}", reference, failure);
    return Problems.answer(
        Problems.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "INTERNAL_ERROR",
            "Something went wrong here; its reference in the log is " + reference + "."),
        HttpHeaders.EMPTY);
  }
}
