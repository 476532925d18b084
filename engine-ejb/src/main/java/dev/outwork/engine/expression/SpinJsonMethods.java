package dev.outwork.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The methods of JSON. Maps, lists and plain values have the same methods: a variable of type Json
 * is one of them, and in Camunda 7 it is the result of {@code JSON(text)}.
 */
final class SpinJsonMethods {
  static final List<Method> ALL =
      Stream.concat(
              Stream.of(Kind.JSON, Kind.MAP, Kind.LIST).flatMap(SpinJsonMethods::ofStructure),
              Stream.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN).flatMap(SpinJsonMethods::ofValue))
          .toList();

  private SpinJsonMethods() {}

  private static Stream<Method> ofStructure(Kind kind) {
    Stream<Method> parts =
        Stream.of(
            new Method(kind, "prop", 1, Kind.JSON, SpinJsonMethods::prop),
            new Method(
                kind, "hasProp", 1, Kind.BOOLEAN, call -> map(call).containsKey(call.text(0))),
            new Method(kind, "elements", 0, Kind.LIST, SpinJsonMethods::elements),
            new Method(
                kind, "fieldNames", 0, Kind.LIST, call -> new ArrayList<>(map(call).keySet())));
    // Maps and lists have their own texts.
    Stream<Method> texts =
        kind == Kind.JSON
            ? Stream.of(new Method(kind, "toString", 0, Kind.TEXT, SpinJsonMethods::text))
            : Stream.empty();
    return Stream.of(parts, ofValue(kind), texts).flatMap(methods -> methods);
  }

  private static Stream<Method> ofValue(Kind kind) {
    return Stream.of(
        new Method(kind, "value", 0, Kind.ANY, SpinJsonMethods::value),
        new Method(kind, "stringValue", 0, Kind.TEXT, call -> typed(call, String.class)),
        new Method(kind, "numberValue", 0, Kind.NUMBER, call -> typed(call, Number.class)),
        new Method(kind, "boolValue", 0, Kind.BOOLEAN, call -> typed(call, Boolean.class)),
        is(kind, "isObject", value -> value instanceof Map),
        is(kind, "isArray", value -> value instanceof List),
        is(kind, "isString", value -> value instanceof String),
        is(kind, "isNumber", value -> value instanceof Number),
        is(kind, "isBoolean", value -> value instanceof Boolean),
        is(kind, "isNull", value -> value == null),
        is(kind, "isValue", value -> !(value instanceof Map || value instanceof List)));
  }

  private static Method is(Kind kind, String name, Predicate<Object> type) {
    return new Method(kind, name, 0, Kind.BOOLEAN, call -> type.test(plain(call)));
  }

  private static Object plain(Call call) {
    return call.receiver() instanceof SpinJson json ? json.plain() : call.receiver();
  }

  private static Map<?, ?> map(Call call) {
    if (plain(call) instanceof Map<?, ?> map) {
      return map;
    }
    throw new ExpressionException("the JSON is not an object");
  }

  private static SpinJson prop(Call call) {
    if (!map(call).containsKey(call.text(0))) {
      throw new ExpressionException("the JSON has no such property");
    }
    return part(call, map(call).get(call.text(0)));
  }

  private static SpinJson part(Call call, Object part) {
    return call.receiver() instanceof SpinJson json ? json.part(part) : call.json(part);
  }

  private static List<SpinJson> elements(Call call) {
    if (plain(call) instanceof List<?> items) {
      call.work().makeValues(items.size());
      return items.stream().map(item -> part(call, item)).toList();
    }
    throw new ExpressionException("the JSON is not an array");
  }

  private static Object value(Call call) {
    Object plain = plain(call);
    if (plain instanceof Map || plain instanceof List) {
      throw new ExpressionException("the JSON is not a primitive value");
    }
    return plain;
  }

  private static Object typed(Call call, Class<?> type) {
    Object plain = plain(call);
    if (!type.isInstance(plain)) {
      throw new ExpressionException("the JSON is of another type");
    }
    return plain;
  }

  private static String text(Call call) {
    String text = call.receiver().toString();
    call.work().make(text.length());
    return text;
  }
}
