package medic.command.doctor;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes currencies that have a smallest unit, as the JDK knows them. */
public final class CurrencyCodeValidator implements ConstraintValidator<CurrencyCode, String> {

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
    return code == null || CODES.contains(code);
  }
}
