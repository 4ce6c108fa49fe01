package medic.app.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: the 30,000 most common ones, of which those that are long
 * enough to be set matter here. The list is that of zxcvbn (MIT), most common first.
 */
final class CommonPasswords {

  private static final String LIST = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";

  private final Set<String> common;

  CommonPasswords(int shortest) {
    try (InputStream list =
            Objects.requireNonNull(Zxcvbn.class.getResourceAsStream(LIST), "zxcvbn's list");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      this.common =
          lines.lines().filter(word -> word.length() >= shortest).collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean contain(String password) {
    return common.contains(password.toLowerCase(Locale.ROOT));
  }
}
