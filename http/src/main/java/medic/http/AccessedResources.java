package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import medic.events.access.AccessedResource;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Tells what a request is for, once its route is known. */
final class AccessedResources {

  private AccessedResources() {}

  static AccessedResource of(HttpServletRequest request) {
    Map<String, String> named = variables(request);
    return new AccessedResource(
        request.getMethod(),
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
        id(named.get("appointmentId"), text -> new AppointmentId(WireTypes.uuid(text))),
        id(named.get("doctorId"), text -> new DoctorId(WireTypes.uuid(text))),
        id(named.get("patientId"), WireTypes::patientId));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> variables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }

  /** What is no id is not repeated: it could be anything. */
  private static <T> @Nullable T id(@Nullable String text, Function<String, T> reader) {
    try {
      return text == null ? null : reader.apply(text);
    } catch (WireTypes.Refused noId) {
      return null;
    }
  }
}
