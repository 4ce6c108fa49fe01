package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Shows our endpoints the parameters that are given. A form sends its empty fields too: those are
 * not, whatever the endpoint takes them for; one that must be given is then told as missing.
 * Numbers are read by {@link WholeNumber}.
 */
final class GivenParameters extends RequestMappingHandlerAdapter {

  /**
   * The framework's own initializer, with one more editor. It must stay one: it is what validation
   * of parameters is switched on by.
   */
  @Override
  public void setWebBindingInitializer(@Nullable WebBindingInitializer usual) {
    if (usual instanceof ConfigurableWebBindingInitializer ours) {
      ours.setPropertyEditorRegistrar(
          editors -> editors.registerCustomEditor(Integer.class, new WholeNumber()));
    }
    super.setWebBindingInitializer(usual);
  }

  @Override
  protected @Nullable ModelAndView handleInternal(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod endpoint)
      throws Exception {
    HttpServletRequest shown = KnownParameters.isStrict(endpoint) ? new Given(request) : request;
    return super.handleInternal(shown, response, endpoint);
  }

  private static final class Given extends HttpServletRequestWrapper {

    Given(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = getParameterValues(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = super.getParameterValues(name);
      return values == null || isEmpty(values) ? null : values;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> given = new LinkedHashMap<>(super.getParameterMap());
      given.values().removeIf(Given::isEmpty);
      return Collections.unmodifiableMap(given);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    private static boolean isEmpty(String[] values) {
      return Arrays.stream(values).allMatch(String::isEmpty);
    }
  }
}
