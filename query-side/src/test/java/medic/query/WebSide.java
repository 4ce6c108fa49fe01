package medic.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.Role;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The endpoints over HTTP, with a caller named by a header in place of a token. */
final class WebSide {

  static final String CALLER = "Test-Caller";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  WebSide(String address) {
    this.address = address;
  }

  HttpResponse<String> get(Caller caller, String path, String... headers) throws Exception {
    return client.send(request(caller, path, headers), BodyHandlers.ofString());
  }

  HttpResponse<java.io.InputStream> stream(Caller caller, String path) throws Exception {
    return client.send(request(caller, path), BodyHandlers.ofInputStream());
  }

  private HttpRequest request(Caller caller, String path, String... headers) {
    String who = caller.role() + " " + (caller.person() == null ? "" : caller.person());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).header(CALLER, who);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  static Caller admin() {
    return new Caller(Role.ADMIN, "admin", null);
  }

  static Caller doctor(UUID id) {
    return new Caller(Role.DOCTOR, "doctor", id);
  }

  static Caller patient(UUID id) {
    return new Caller(Role.PATIENT, "patient", id);
  }

  @Component
  static class TestCallers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        ModelAndViewContainer container,
        NativeWebRequest request,
        WebDataBinderFactory binders) {
      String[] who = request.getHeader(CALLER).split(" ");
      return new Caller(
          Role.valueOf(who[0]), "test", who.length > 1 ? UUID.fromString(who[1]) : null);
    }
  }

  /** What the endpoints put on record. */
  @Component
  static class TestOrders implements medic.http.OperationLog {
    @Override
    public void rebuildOrdered(
        Caller caller, String readModel, medic.events.operation.RebuildOrder order) {}
  }

  @Component
  static class TestRecord implements AccessLog {

    final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void patientDataRead(Caller caller, AccessedResource resource, Set<PatientId> patients) {
      entries.add("read " + resource.route());
    }

    @Override
    public void logRead(Caller caller, String filter, Set<PatientId> patients) {
      entries.add("log " + filter);
    }

    @Override
    public void logExported(Caller caller, String filter, String format, PatientId patient) {
      entries.add("export " + filter);
    }

    @Override
    public void refused(Caller caller, AccessedResource resource, int status) {
      entries.add("refused " + resource.route());
    }

    @Override
    public void refusedAgain(
        Caller caller, AccessedResource resource, int status, int times, Instant since) {
      entries.add("refused again " + resource.route());
    }

    @Override
    public void loginRefused(Caller loginsOwner) {
      entries.add("login " + loginsOwner.actorId());
    }
  }

  /** What availability answers are measured against. */
  @RestController
  static class Constant {
    static volatile byte[] answer = {};

    @GetMapping(path = "/constant", produces = "application/json")
    byte[] constant() {
      return answer;
    }
  }
}
