package medic.http;

import org.springframework.web.method.HandlerMethod;

/** Tells our endpoints from those of libraries, and open ones from those that need a caller. */
final class Endpoints {

  private static final String OURS = "medic.";

  private Endpoints() {}

  static boolean needsCaller(HandlerMethod method) {
    return isOurs(method) && !isPublic(method);
  }

  static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith(OURS);
  }

  private static boolean isPublic(HandlerMethod method) {
    return method.hasMethodAnnotation(Public.class)
        || method.getBeanType().isAnnotationPresent(Public.class);
  }
}
