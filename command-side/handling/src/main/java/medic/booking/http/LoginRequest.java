package medic.booking.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import medic.contact.Verbatim;
import org.jspecify.annotations.Nullable;

/**
 * That a person is to be invited along with their registration.
 *
 * @param username what they are offered to sign in by
 * @param password taken in earlier versions: now a person sets it themselves
 */
record LoginRequest(
    @NotBlank @Size(max = 100) String username,
    @Nullable @Size(max = 200) @Verbatim String password) {

  @Override
  public String toString() {
    return "LoginRequest";
  }
}
