package medic.sagas.messages.composing;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Prices as they are written in a language. */
final class Prices {

  /** Of a code that is no known currency, hundredths are taken to be its minor units. */
  private static final int USUAL_DIGITS = 2;

  private Prices() {}

  /**
   * A price in words.
   *
   * @param minorUnits such as cents
   * @param code an ISO 4217 code
   */
  static String text(long minorUnits, String code, Locale language) {
    try {
      Currency currency = Currency.getInstance(code);
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      NumberFormat format = NumberFormat.getCurrencyInstance(language);
      format.setCurrency(currency);
      format.setMinimumFractionDigits(digits);
      format.setMaximumFractionDigits(digits);
      return format.format(BigDecimal.valueOf(minorUnits, digits));
    } catch (IllegalArgumentException unknown) {
      return BigDecimal.valueOf(minorUnits, USUAL_DIGITS).toPlainString() + " " + code;
    }
  }
}
