package medic.fakegoogle;

import java.util.random.RandomGenerator;

/** Makes the ids and secrets that Google would make. */
final class Names {

  private static final String BASE32HEX = "0123456789abcdefghijklmnopqrstuv";
  private static final int LENGTH = 26;

  private final RandomGenerator random;

  Names(RandomGenerator random) {
    this.random = random;
  }

  synchronized String next() {
    StringBuilder name = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      name.append(BASE32HEX.charAt(random.nextInt(BASE32HEX.length())));
    }
    return name.toString();
  }
}
