package medic.booking.http;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is to be invited.
 *
 * @param username what they are offered to sign in by; they may take another
 * @param showLink whether an admin is to be shown the link, as no message reaches the invited
 */
record InvitationBody(
    @Nullable @Size(min = 1, max = 100) String username, @Nullable Boolean showLink) {

  static final InvitationBody PLAIN = new InvitationBody(null, null);

  boolean showsLink() {
    return Boolean.TRUE.equals(showLink);
  }

  @Override
  public String toString() {
    return "InvitationBody";
  }
}
