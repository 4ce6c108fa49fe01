package medic.contact;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Takes what can be dialled from the practice, and nothing where nothing is said. */
public final class PhoneNumberValidator implements ConstraintValidator<PhoneNumber, String> {

  private final PhoneNumbers numbers;

  public PhoneNumberValidator(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    return text == null || numbers.e164(text).isPresent();
  }
}
