package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * No answer shows data of patients before it is on record that it does: patients are those named in
 * the address and those the answer tells of ({@link ShowsPatients}, alone or in a {@link Page}).
 */
@RestControllerAdvice
final class ReadsOnRecord implements ResponseBodyAdvice<Object> {

  private final AccessLog log;

  ReadsOnRecord(AccessLog log) {
    this.log = log;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return answer.hasMethodAnnotation(Access.class);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body != null && isRead(request, body)) {
      record(body, ((ServletServerHttpRequest) request).getServletRequest());
    }
    return body;
  }

  /** A question may come with a body, and be no GET. */
  private static boolean isRead(ServerHttpRequest request, Object body) {
    return HttpMethod.GET.equals(request.getMethod()) || body instanceof ShowsPatients;
  }

  private void record(Object body, HttpServletRequest request) {
    AccessedResource resource = AccessedResources.of(request);
    Set<PatientId> patients = new LinkedHashSet<>();
    if (resource.patientId() != null) {
      patients.add(resource.patientId());
    }
    addShown(body, patients);
    if (!patients.isEmpty()) {
      log.patientDataRead(Callers.current(), resource, patients);
    }
  }

  private static void addShown(Object body, Set<PatientId> to) {
    if (body instanceof ShowsPatients shows) {
      to.addAll(shows.patientsShown());
    } else if (body instanceof Page<?> page) {
      page.items().forEach(item -> addShown(item, to));
    } else if (body instanceof Iterable<?> items) {
      items.forEach(item -> addShown(item, to));
    }
  }
}
