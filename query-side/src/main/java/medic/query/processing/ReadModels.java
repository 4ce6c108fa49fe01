package medic.query.processing;

import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Tells which read models an endpoint's answers come from. */
public final class ReadModels {

  private ReadModels() {}

  public static List<String> of(HandlerMethod method) {
    ReadModel own = method.getMethodAnnotation(ReadModel.class);
    ReadModel found =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ReadModel.class);
    return found == null ? List.of() : List.of(found.value());
  }
}
