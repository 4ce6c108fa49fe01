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
import org.springframework.http.HttpStatus;

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
      // once as a request, then as what the endpoint itself has put off
      request.setAttribute(ARRIVED, Boolean.TRUE);
      chain.doFilter(whole, response);
    } else if (request.getAttribute(ARRIVED) == null && hasBody(request)) {
      receive((HttpServletRequest) request, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
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
