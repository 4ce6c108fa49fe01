package medic.architecture.violations.booking.a;

import java.util.Random;
import java.util.UUID;

/** Breaks: chance is given. */
public class ThrowsDice {
  String throwThem() {
    return UUID.randomUUID().toString() + new Random().nextInt();
  }
}
