package dev.outwork.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, java.lang.Integer",
    "2147483647, java.lang.Integer",
    "-2147483649, java.lang.Long",
    "9223372036854775807, java.lang.Long",
    "9223372036854775808, java.math.BigInteger",
    "-12345678901234567890, java.math.BigInteger",
    "5.0, java.lang.Double",
    "0.1, java.lang.Double",
    "0.0, java.lang.Double",
    "1E+2, java.lang.Double",
    "4.9E-324, java.lang.Double",
    "1.7976931348623157E+308, java.lang.Double",
    "0.30000000000000004, java.lang.Double",
    "0.1000000000000000055511151231257827, java.lang.Double",
    "1234567890123456.78, java.math.BigDecimal",
    "0.12345678901234567, java.math.BigDecimal",
    "3.14159265358979323846, java.math.BigDecimal"
  })
  void a_number_has_the_simplest_class_that_represents_it(String text, Class<?> type) {
    assertThat(plain(text)).isExactlyInstanceOf(type);
    assertThat(new BigDecimal(plain(text).toString()).doubleValue())
        .isEqualTo(Double.parseDouble(text));
  }

  @Test
  void no_digit_is_lost() {
    assertThat(plain("12345678901234567890")).isEqualTo(new BigInteger("12345678901234567890"));
    assertThat(plain("1234567890123456.78")).isEqualTo(new BigDecimal("1234567890123456.78"));
    assertThat(plain("2.50")).isEqualTo(2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+309", "-1E+309", "1E+999999999"})
  void a_number_beyond_double_is_refused(String text) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> plain(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E-400", "1E-999999999"})
  void a_tiny_number_becomes_zero(String text) {
    assertThat(plain(text)).isEqualTo(0.0);
  }

  private static Number plain(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return JsonNumbers.plain((JsonNumber) reader.readValue());
    }
  }
}
