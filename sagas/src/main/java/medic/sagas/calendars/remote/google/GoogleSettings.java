package medic.sagas.calendars.remote.google;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How Google is reached and as whom.
 *
 * @param root an address that stands in for all of Google's, else null
 */
public record GoogleSettings(String clientId, String clientSecret, @Nullable URI root) {

  private static final String CALENDAR = "https://www.googleapis.com/";
  private static final String CONSENT = "https://accounts.google.com/o/oauth2/v2/auth";
  private static final String OAUTH = "https://oauth2.googleapis.com/";

  /** Whether Google itself is meant, which tells only addresses with https of changes. */
  public boolean isGoogle() {
    return root == null;
  }

  String calendarRoot() {
    return root == null ? CALENDAR : root.toString();
  }

  String consentUrl() {
    return root == null ? CONSENT : root.resolve("o/oauth2/v2/auth").toString();
  }

  String tokenUrl() {
    return root == null ? OAUTH + "token" : root.resolve("token").toString();
  }

  String revokeUrl() {
    return root == null ? OAUTH + "revoke" : root.resolve("revoke").toString();
  }

  @Override
  public String toString() {
    return "Google client " + clientId;
  }
}
