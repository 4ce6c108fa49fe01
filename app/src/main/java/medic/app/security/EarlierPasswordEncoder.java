package medic.app.security;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How an earlier version kept passwords: plain bcrypt, of at most the 72 bytes it looks at. */
final class EarlierPasswordEncoder implements PasswordEncoder {

  private static final int MAX_BYTES = 72;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return bcrypt.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
    String text = String.valueOf(password);
    return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && bcrypt.matches(text, encoded);
  }
}
