package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an endpoint does not know: one that is ignored in silence lets a
 * caller take the answer to another question for theirs. What an endpoint knows, its signature
 * tells.
 */
final class KnownParameters implements HandlerInterceptor {

  private static final int MAX_REPORTED_NAME_LENGTH = 100;

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null && handler instanceof HandlerMethod endpoint && isStrict(endpoint)) {
      Set<String> names = known.computeIfAbsent(endpoint.getMethod(), KnownParameters::of);
      Set<String> seen = new HashSet<>();
      namesIn(query).forEach(name -> check(name, names, seen));
      seen.forEach(name -> mustSaySomething(name, request.getParameter(name)));
    }
    return true;
  }

  /** One that is sent twice would be taken for its first value, and the other passed over. */
  private static void check(String name, Set<String> known, Set<String> seen) {
    if (!known.contains(name)) {
      throw refusal(name, "UNKNOWN_FIELD", "is not a parameter of this request");
    }
    if (!seen.add(name)) {
      throw refusal(name, "REPEATED", "must be given once");
    }
  }

  /**
   * An empty one is not given; blanks are given, and the framework's readers take them for nothing.
   */
  private static void mustSaySomething(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      WireTypes.text(value);
    } catch (WireTypes.Refused unstorable) {
      throw refusal(name, "INVALID_VALUE", "must not hold NUL or broken characters");
    }
    if (value.chars().allMatch(KnownParameters::isBlank)) {
      throw refusal(name, "BLANK", "must not be blank");
    }
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }

  /** One of ours that does not say itself which parameters it takes. */
  static boolean isStrict(HandlerMethod endpoint) {
    return Endpoints.isOurs(endpoint)
        && !endpoint.hasMethodAnnotation(AnyParameters.class)
        && !endpoint.getBeanType().isAnnotationPresent(AnyParameters.class);
  }

  /** The names of an endpoint's parameters, a filter's components among them. */
  static Set<String> of(Method endpoint) {
    return Stream.of(endpoint.getParameters())
        .flatMap(KnownParameters::names)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> names(Parameter parameter) {
    RequestParam named = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
    if (named != null) {
      return Stream.of(named.name().isEmpty() ? parameter.getName() : named.name());
    }
    boolean isFilter =
        parameter.getType().isRecord()
            && parameter.getType() != Caller.class
            && Arrays.stream(parameter.getAnnotations()).noneMatch(KnownParameters::saysWhence);
    return isFilter
        ? Stream.of(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
        : Stream.of();
  }

  /** As path variables, headers, cookies and bodies have one. */
  private static boolean saysWhence(Annotation annotation) {
    return annotation.annotationType().getPackageName().equals(RequestParam.class.getPackageName());
  }

  private static Stream<String> namesIn(String query) {
    return Stream.of(query.split("&", -1))
        .map(one -> one.substring(0, one.indexOf('=') < 0 ? one.length() : one.indexOf('=')))
        .filter(name -> !name.isEmpty())
        .map(KnownParameters::decoded);
  }

  private static String decoded(String name) {
    try {
      return WireTypes.text(URLDecoder.decode(name, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw new ApiException(
          HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The query cannot be read.");
    }
  }

  private static ApiException refusal(String name, String code, String message) {
    String told = name.substring(0, Math.min(name.length(), MAX_REPORTED_NAME_LENGTH));
    return ApiException.badField(told, code, message);
  }
}
