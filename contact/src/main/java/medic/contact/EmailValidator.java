package medic.contact;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Takes what mail can be sent to from anywhere, and nothing where nothing is said. */
public final class EmailValidator implements ConstraintValidator<Email, String> {

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    return text == null || MailAddress.of(text).filter(MailAddress::isFullyQualified).isPresent();
  }
}
