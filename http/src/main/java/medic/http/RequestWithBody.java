package medic.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body is here. It is new to all that it passes, wherever it was meanwhile. */
final class RequestWithBody extends HttpServletRequestWrapper {

  private static final int MAX_PARAMETERS = 1_000;

  private final byte[] body;
  private boolean putOff;
  private @Nullable Map<String, String[]> parameters;

  RequestWithBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Whoever decides by it who is let in must see a first request in this one. */
  @Override
  public DispatcherType getDispatcherType() {
    return putOff ? super.getDispatcherType() : DispatcherType.REQUEST;
  }

  @Override
  public AsyncContext startAsync() {
    putOff = true;
    return super.startAsync();
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    putOff = true;
    return super.startAsync(request, response);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Arrived(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(new Arrived(body), charset()));
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = getParameterMap().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    if (!isForm()) {
      return super.getParameterMap();
    }
    if (parameters == null) {
      parameters = Collections.unmodifiableMap(parsed());
    }
    return parameters;
  }

  private boolean isForm() {
    String type = getContentType();
    return "POST".equals(getMethod())
        && type != null
        && type.split(";", 2)[0]
            .strip()
            .equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** The query's first, as the container has it. */
  private Map<String, String[]> parsed() {
    Parameters all = new Parameters();
    all.setLimit(MAX_PARAMETERS);
    all.setCharset(charset());
    if (getQueryString() != null) {
      byte[] query = getQueryString().getBytes(StandardCharsets.UTF_8);
      all.processParameters(query, 0, query.length);
    }
    all.processParameters(body, 0, body.length);
    Map<String, String[]> byName = new LinkedHashMap<>();
    for (String name : Collections.list(all.getParameterNames())) {
      byName.put(name, all.getParameterValues(name));
    }
    return byName;
  }

  private Charset charset() {
    String named = getCharacterEncoding();
    return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
  }

  private static final class Arrived extends ServletInputStream {

    private final ByteArrayInputStream body;

    Arrived(byte[] body) {
      this.body = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return body.read(buffer, offset, length);
    }

    @Override
    public int available() {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is here already");
    }
  }
}
