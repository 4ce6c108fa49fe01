package medic.app.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all scripts of this process the one practice, and sees after each attack that it goes on.
 */
final class UnderAttack implements ParameterResolver, AfterEachCallback {

  private static AttackedPractice practice;

  /** Each script is a test run of its own, and so the practice outlives them. */
  private static synchronized AttackedPractice practice() {
    if (practice == null) {
      AttackedPractice started = AttackedPractice.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
      practice = started;
    }
    return practice;
  }

  private static void close(AttackedPractice started) {
    try {
      started.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AttackedPractice.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return practice();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    practice().goesOn();
  }
}
