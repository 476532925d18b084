package dev.outwork.engine.expression;

import dev.outwork.api.identity.AuthenticatedUser;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** The functions. */
final class Functions {
  static final List<Method> ALL =
      List.of(
          function("now", 0, Kind.DATE, call -> call.clock().instant()),
          function("S", 1, Kind.ANY, Functions::spin),
          function(
              "currentUser",
              0,
              Kind.USER,
              call -> AuthenticatedUser.name().map(CurrentUser::new).orElse(null)),
          function(
              "currentUserGroups",
              0,
              Kind.LIST,
              call ->
                  AuthenticatedUser.name()
                      .map(name -> AuthenticatedUser.groups().stream().sorted().toList())
                      .orElse(null)),
          function("JSON", 1, Kind.JSON, Functions::json),
          function("XML", 1, Kind.XML, Functions::xml),
          function(
              "dateTime",
              0,
              Kind.DATE_TIME,
              call -> new DateTime(ZonedDateTime.now(call.clock()))));

  private Functions() {}

  private static CallReceiver spin(Call call) {
    if (call.value(0) instanceof CallReceiver known && known.kind() != Kind.EXECUTION) {
      return known;
    }
    if (call.value(0) instanceof Map || call.value(0) instanceof List) {
      return call.json(call.value(0));
    }
    return spin(call, text(call));
  }

  private static CallReceiver spin(Call call, String text) {
    return text.stripLeading().startsWith("<") ? SpinXml.parse(text) : call.jsonOf(text);
  }

  private static SpinJson json(Call call) {
    Object value = call.value(0);
    if (value instanceof SpinJson known) {
      return known;
    }
    return value instanceof Map || value instanceof List
        ? call.json(value)
        : call.jsonOf(text(call));
  }

  private static SpinXml xml(Call call) {
    return call.value(0) instanceof SpinXml known ? known : SpinXml.parse(text(call));
  }

  private static String text(Call call) {
    if (call.value(0) instanceof String || Kind.of(call.value(0)) == Kind.XML) {
      return call.value(0).toString();
    }
    throw new ExpressionException("its argument must be a JSON or XML text");
  }

  private static Method function(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.FUNCTION, name, arity, result, body);
  }
}
