package dev.outwork.engine.variable;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Lossless numbers: an Integer, a Long or a Double where one of these equals the number, otherwise
 * a BigInteger or a BigDecimal.
 */
final class JsonNumbers {
  private JsonNumbers() {}

  /** Throws {@link ArithmeticException} beyond the range of a double. */
  static Number plain(JsonNumber number) {
    BigDecimal exact = number.bigDecimalValue();
    return exact.scale() == 0 ? whole(exact.unscaledValue()) : fraction(exact);
  }

  private static Number whole(BigInteger exact) {
    if (exact.bitLength() < Integer.SIZE) {
      return exact.intValue();
    }
    return large(exact);
  }

  /** A Long if it fits. */
  static Number large(BigInteger exact) {
    if (exact.bitLength() < Long.SIZE) {
      return exact.longValue();
    }
    return exact;
  }

  /** A Double if it is exact; throws {@link ArithmeticException} beyond the range of a double. */
  static Number fraction(BigDecimal exact) {
    double nearest = exact.doubleValue();
    if (Double.isInfinite(nearest)) {
      throw new ArithmeticException("Out of the range of a double");
    }
    // Adding such a small exact number to another one would fill the memory.
    if (nearest == 0 || isThat(exact, nearest)) {
      return nearest;
    }
    return exact;
  }

  // No double equals 0.1; but of all numbers with one digit, 0.1 is the one that its double
  // represents.
  private static boolean isThat(BigDecimal exact, double nearest) {
    MathContext digits = new MathContext(exact.stripTrailingZeros().precision());
    return new BigDecimal(nearest).round(digits).compareTo(exact) == 0;
  }
}
