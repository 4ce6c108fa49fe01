package medic.fakegoogle;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What Google answers instead: a status and a reason, in the body that its clients parse. */
final class ApiError extends RuntimeException {

  private final int status;
  private final String reason;

  ApiError(int status, String reason, String message) {
    super(message, null, false, false);
    this.status = status;
    this.reason = reason;
  }

  static ApiError badRequest(String reason, String message) {
    return new ApiError(400, reason, message);
  }

  static ApiError notFound() {
    return new ApiError(404, "notFound", "Not Found");
  }

  static ApiError syncTokenGone() {
    return new ApiError(
        410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.");
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  ObjectNode body() {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", status).put("message", getMessage());
    error
        .putArray("errors")
        .addObject()
        .put("domain", status == 403 || status == 429 ? "usageLimits" : "calendar")
        .put("reason", reason)
        .put("message", getMessage());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return body;
  }
}
