package medic.app.attacks;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all scripts the one practice, and sees after each attack that it goes on. */
final class UnderAttack implements ParameterResolver, AfterEachCallback {

  private static AttackedPractice practice(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(UnderAttack.class))
        .computeIfAbsent("practice", key -> AttackedPractice.start(), AttackedPractice.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AttackedPractice.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return practice(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    practice(context).goesOn();
  }
}
