package medic.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.RequestHeader;

/** A parameter's text. A form sends its empty fields too: those are not given. */
final class GivenText implements GenericConverter {

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(String.class, String.class));
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
    boolean absent = source instanceof String text && text.isEmpty() && isParameter(to);
    return source == null || absent ? null : WireTypes.text(source.toString());
  }

  /** A header or a cookie that is sent empty is given, and refused where it says nothing. */
  private static boolean isParameter(TypeDescriptor to) {
    return !to.hasAnnotation(RequestHeader.class) && !to.hasAnnotation(CookieValue.class);
  }
}
