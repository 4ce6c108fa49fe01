package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds every endpoint of ours to its {@link Access}; one without is refused. What is not the
 * caller's own is answered as if it did not exist.
 */
final class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && Endpoints.needsCaller(method)) {
      check(method.getMethodAnnotation(Access.class), request);
    }
    return true;
  }

  private static void check(@Nullable Access access, HttpServletRequest request) {
    Caller caller = Callers.current();
    if (access == null || !Arrays.asList(access.value()).contains(caller.role())) {
      throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "This caller may not do that.");
    }
    boolean own =
        switch (access.own()) {
          case NOTHING, DECIDED_INSIDE -> true;
          case DOCTOR_IN_PATH ->
              caller.role() != Role.DOCTOR || isNamed(caller, "doctorId", request);
          case PATIENT_IN_PATH ->
              caller.role() != Role.PATIENT || isNamed(caller, "patientId", request);
        };
    if (!own) {
      throw ApiException.notFound("address");
    }
  }

  @SuppressWarnings("unchecked")
  private static boolean isNamed(Caller caller, String variable, HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String named = variables == null ? null : ((Map<String, String>) variables).get(variable);
    return named != null && id(variable, named).equals(caller.person());
  }

  private static UUID id(String variable, String text) {
    try {
      return WireTypes.uuid(text);
    } catch (WireTypes.Refused malformed) {
      throw ApiException.badField(variable, FieldErrors.INVALID_VALUE, "must be a UUID");
    }
  }
}
