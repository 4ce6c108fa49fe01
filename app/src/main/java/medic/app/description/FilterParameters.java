package medic.app.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import medic.http.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** A filter's parameters stand in the query one by one, and so in the description. */
final class FilterParameters {

  private FilterParameters() {}

  static void spread(Operation operation, HandlerMethod endpoint) {
    for (MethodParameter parameter : endpoint.getMethodParameters()) {
      if (isFilter(parameter)) {
        spread(operation, endpoint.getMethod().getParameters()[parameter.getParameterIndex()]);
      }
    }
  }

  private static boolean isFilter(MethodParameter parameter) {
    return parameter.getParameterType().isRecord()
        && parameter.getParameterType() != Caller.class
        && parameter.getParameterAnnotations().length == 0;
  }

  private static void spread(Operation operation, java.lang.reflect.Parameter filter) {
    List<Parameter> all = new ArrayList<>(operation.getParameters());
    all.removeIf(parameter -> filter.getName().equals(parameter.getName()));
    Stream.of(filter.getType().getRecordComponents()).map(FilterParameters::one).forEach(all::add);
    operation.setParameters(all);
  }

  private static Parameter one(RecordComponent component) {
    boolean isId = component.getType().isRecord();
    return new QueryParameter()
        .name(component.getName())
        .schema(isId ? new StringSchema().format("uuid") : new StringSchema());
  }
}
