package medic.app.journey;

import java.util.List;
import java.util.stream.Stream;
import medic.http.Public;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every route of a server, as its handler mapping knows them. */
final class Routes {

  /** A method, or {@code *} for any, and a path with its variables. */
  record Route(String method, String path, HandlerMethod handler) {

    boolean isRead() {
      return method.equals("GET");
    }

    boolean isPublic() {
      return handler.hasMethodAnnotation(Public.class)
          || handler.getBeanType().isAnnotationPresent(Public.class);
    }

    /** An answer that does not end. */
    boolean isStream() {
      return SseEmitter.class.isAssignableFrom(handler.getMethod().getReturnType());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private Routes() {}

  static List<Route> of(TestServer server) {
    return server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("medic."))
        .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Stream<Route> routes(RequestMappingInfo mapping, HandlerMethod handler) {
    var methods = mapping.getMethodsCondition().getMethods();
    Stream<String> names = methods.isEmpty() ? Stream.of("*") : methods.stream().map(Enum::name);
    return names.flatMap(
        name -> mapping.getPatternValues().stream().map(path -> new Route(name, path, handler)));
  }
}
