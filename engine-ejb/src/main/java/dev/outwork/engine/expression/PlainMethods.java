package dev.outwork.engine.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The methods of numbers, dates and booleans. */
final class PlainMethods {
  static final List<Method> ALL =
      List.of(
          number("intValue", 0, Kind.NUMBER, call -> number(call).intValue()),
          number("longValue", 0, Kind.NUMBER, call -> number(call).longValue()),
          number("shortValue", 0, Kind.NUMBER, call -> number(call).shortValue()),
          number("doubleValue", 0, Kind.NUMBER, call -> number(call).doubleValue()),
          number("equals", 1, Kind.BOOLEAN, call -> number(call).equals(call.value(0))),
          number("compareTo", 1, Kind.NUMBER, PlainMethods::compareNumbers),
          number("toString", 0, Kind.TEXT, call -> call.work().text(call.receiver())),
          date("getTime", 0, Kind.NUMBER, call -> date(call).toEpochMilli()),
          date("before", 1, Kind.BOOLEAN, call -> date(call).isBefore(dateArgument(call))),
          date("after", 1, Kind.BOOLEAN, call -> date(call).isAfter(dateArgument(call))),
          date("equals", 1, Kind.BOOLEAN, call -> date(call).equals(call.value(0))),
          date("compareTo", 1, Kind.NUMBER, PlainMethods::compareDates),
          date("toString", 0, Kind.TEXT, call -> call.work().text(call.receiver())),
          truth("booleanValue", 0, Kind.BOOLEAN, Call::receiver),
          truth("equals", 1, Kind.BOOLEAN, call -> call.receiver().equals(call.value(0))),
          truth("toString", 0, Kind.TEXT, call -> call.receiver().toString()));

  private PlainMethods() {}

  private static Method number(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.NUMBER, name, arity, result, body);
  }

  private static Method date(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.DATE, name, arity, result, body);
  }

  private static Method truth(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.BOOLEAN, name, arity, result, body);
  }

  private static Number number(Call call) {
    return call.receiver(Number.class);
  }

  // As in Camunda 7, only with a number of the same type; null is 0.
  private static int compareNumbers(Call call) {
    Number number = number(call);
    Object other = call.value(0);
    if (other != null && other.getClass() != number.getClass()) {
      throw new ExpressionException("its argument must be a number of the same type");
    }
    return exact(number).compareTo(other == null ? BigDecimal.ZERO : exact((Number) other));
  }

  private static BigDecimal exact(Number number) {
    return new BigDecimal(number.toString());
  }

  private static Instant date(Call call) {
    return call.receiver(Instant.class);
  }

  private static Instant dateArgument(Call call) {
    if (call.value(0) instanceof Instant other) {
      return other;
    }
    throw new ExpressionException("its argument must be a date");
  }

  private static int compareDates(Call call) {
    return Integer.signum(date(call).compareTo(dateArgument(call)));
  }
}
