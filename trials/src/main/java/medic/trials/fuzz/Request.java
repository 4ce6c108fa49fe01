package medic.trials.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire.
 *
 * @param target path and query, encoded
 * @param headers whole lines
 * @param body null for none
 */
record Request(
    Operation operation,
    People.Role role,
    String target,
    List<String> headers,
    byte @Nullable [] body) {

  byte[] bytes() {
    StringBuilder head = new StringBuilder();
    head.append(operation.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\n");
    if (!role.token().isEmpty()) {
      head.append("Authorization: Bearer ").append(role.token()).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    byte[] content = body == null ? new byte[0] : body;
    if (body != null || !operation.method().equals("GET")) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    return all;
  }

  @Override
  public String toString() {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return "%s %s by %s %s %s"
        .formatted(
            operation.method(),
            target,
            role.name(),
            headers,
            text.length() > 600 ? text.substring(0, 600) + "... " + text.length() : text);
  }
}
