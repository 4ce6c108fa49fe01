package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import medic.events.access.AccessedResource;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
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
        id(named.get("appointmentId"), AppointmentId::new),
        id(named.get("doctorId"), DoctorId::new),
        id(named.get("patientId"), PatientId::new));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> variables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }

  /** What is no id is not repeated: it could be anything. */
  private static <T> @Nullable T id(@Nullable String text, Function<UUID, T> kind) {
    try {
      return text == null ? null : kind.apply(WireTypes.uuid(text));
    } catch (WireTypes.Refused noId) {
      return null;
    }
  }
}
