package dev.outwork.it.openapi;

import java.util.List;
import java.util.Random;

/** Values that no client should send. */
final class Odd {
  private static final int LONG = 70_000;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\udc00\ud800",
          "\u202eright to left",
          "\ufeff",
          "\ud83d\ude00",
          "e\u0301\u0301\u0301",
          "'",
          "\"",
          "\\",
          "`",
          "'; drop table execution; --",
          "%' or '1' = '1",
          "_%",
          "a_b_c_d",
          "x_eq_",
          "_like_%",
          "../../etc/passwd",
          "%00",
          "%2e%2e%2f",
          "%zz",
          "a/b",
          "a;b=c",
          "a,b,,c",
          ",",
          "${1 + 1}",
          "#{x.y}",
          "${",
          "<script>alert(1)</script>",
          "&lt;",
          "line\r\nX-Injected: yes",
          "\t\n",
          "null",
          "true",
          "NaN",
          "-0",
          "1e999",
          "0x10",
          "2015-10-06T16:34:42.000+0200",
          "2015-10-06",
          "99999999999999-99-99T99:99:99.999+9999",
          "-9999999999-01-01T00:00:00.000+0000",
          "PT99999999999999999999S",
          "asc",
          "default",
          "x".repeat(256),
          "\u00e4".repeat(4001),
          "y".repeat(LONG));

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "7",
          "2.7",
          "-0.0",
          "1e400",
          "1e-400",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775807",
          "9223372036854775808",
          "9".repeat(99),
          "9".repeat(101),
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "[1, \"a\", null, {}]",
          "{\"\": null}",
          "{\"a\": {\"b\": [1]}}",
          "{\"value\": \"a\", \"type\": \"NoSuchType\"}",
          "{\"value\": {}, \"type\": \"String\"}",
          "{\"value\": \"a\", \"type\": \"File\", \"valueInfo\": {\"filename\": 5}}",
          "{\"value\": \"a\", \"type\": \"Object\", \"valueInfo\": {}}",
          "[" + "1,".repeat(5000) + "1]");

  private static final List<String> NO_JSON =
      List.of(
          "",
          "{",
          "}",
          "{\"a\": }",
          "{\"a\": 1,}",
          "{'a': 1}",
          "{\"a\": NaN}",
          "{\"a\": Infinity}",
          "{\"a\": 01}",
          "{\"a\": \"\n\"}",
          "{\"a\": \"\\u00\"}",
          "{} {}",
          "\ufeff{}",
          "<a/>",
          "a=b&c=d",
          "\u0000");

  private final Random random;

  Odd(Random random) {
    this.random = random;
  }

  String text() {
    return one(TEXTS);
  }

  /** A value in JSON. */
  String json() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> quoted(text());
      case 3 -> nested(random.nextBoolean() ? 20 : 250);
      default -> one(JSON);
    };
  }

  String noJson() {
    return random.nextInt(10) == 0 ? nested(100_000) : one(NO_JSON);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** In JSON, where a half of a surrogate pair can be written, too. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character < ' '
          || character == '"'
          || character == '\\'
          || Character.isSurrogate(character)) {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    return json.append('"').toString();
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
  }
}
