package medic.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts a request off as often as its header says, as one does that waits for a read model. */
final class PutsOff implements HandlerInterceptor, WebMvcConfigurer {

  static final String HEADER = "Put-Off";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String wanted = request.getHeader(HEADER);
    int done = request.getAttribute(HEADER) instanceof Integer times ? times : 0;
    if (wanted == null || done >= Integer.parseInt(wanted)) {
      return true;
    }
    request.setAttribute(HEADER, done + 1);
    AsyncContext later = request.startAsync();
    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(later::dispatch);
    return false;
  }
}
