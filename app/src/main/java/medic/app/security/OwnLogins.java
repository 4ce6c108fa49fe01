package medic.app.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import medic.app.Settings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * There only where people sign in here, and no OIDC issuer is named. It stands on whatever serves
 * that, wherever it is found from: by an import or by a scan.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OwnLogins.NoIssuerIsNamed.class)
public @interface OwnLogins {

  /** The rule itself. */
  final class NoIssuerIsNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Settings.MEDIC_OIDC_ISSUER.find(context.getEnvironment()).isEmpty();
    }
  }

  /** Its contrary. */
  final class AnIssuerIsNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Settings.MEDIC_OIDC_ISSUER.find(context.getEnvironment()).isPresent();
    }
  }
}
