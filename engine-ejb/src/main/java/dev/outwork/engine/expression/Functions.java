package dev.outwork.engine.expression;

import java.time.ZonedDateTime;
import java.util.List;

/** What is called of nothing. */
final class Functions {
  static final List<Method> ALL =
      List.of(
          function("now", 0, Kind.DATE, call -> call.clock().instant()),
          function(
              "dateTime",
              0,
              Kind.DATE_TIME,
              call -> new DateTime(ZonedDateTime.now(call.clock()))));

  private Functions() {}

  private static Method function(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.FUNCTION, name, arity, result, body);
  }
}
