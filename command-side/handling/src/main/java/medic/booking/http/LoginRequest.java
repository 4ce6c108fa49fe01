package medic.booking.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A login to be made along with a person. */
record LoginRequest(
    @NotBlank @Size(max = 100) String username, @NotBlank @Size(max = 200) String password) {

  @Override
  public String toString() {
    return "LoginRequest[" + username + "]";
  }
}
