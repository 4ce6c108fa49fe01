package medic.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Takes bodies of up to one MiB, whether they announce their length or not, and whole within a
 * deadline. While one arrives it holds no thread: however many clients send theirs a byte at a
 * time, the others are served. What follows in the chain finds the request as if the body had come
 * with it.
 */
final class BodyFilter implements Filter {

  static final int MAX_BYTES = 1 << 20;

  private static final String ARRIVED = BodyFilter.class.getName();

  private final Duration deadline;
  private final BodySpace space;

  BodyFilter(Duration deadline, BodySpace space) {
    this.deadline = deadline;
    this.space = space;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(ARRIVED) instanceof RequestWithBody whole) {
      chain.doFilter(whole, response); // and once more with it when an endpoint has put it off
    } else if (isWildcard(request.getContentType())) {
      Problems.write(
          (HttpServletResponse) response, Problems.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
    } else if (request.getAttribute(ARRIVED) == null && hasBody(request)) {
      receive((HttpServletRequest) request, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** What it is to be is for answers to say; what was sent is of one type. */
  private static boolean isWildcard(@Nullable String contentType) {
    try {
      return contentType != null && !MediaType.parseMediaType(contentType).isConcrete();
    } catch (InvalidMediaTypeException malformed) {
      return false; // refused where it is read
    }
  }

  private static boolean hasBody(ServletRequest request) {
    return request.getContentLengthLong() > 0
        || ((HttpServletRequest) request).getHeader("Transfer-Encoding") != null;
  }

  private void receive(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      Problems.write(response, Problems.ofStatus(HttpStatus.CONTENT_TOO_LARGE));
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(deadline.toMillis());
    BodyReceiver receiver =
        new BodyReceiver(
            async,
            request.getInputStream(),
            space,
            body -> request.setAttribute(ARRIVED, new RequestWithBody(request, body)));
    async.addListener(receiver);
    request.getInputStream().setReadListener(receiver);
  }
}
