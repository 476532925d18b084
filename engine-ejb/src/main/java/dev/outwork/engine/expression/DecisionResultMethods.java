package dev.outwork.engine.expression;

import dev.outwork.engine.expression.DecisionResult.Entries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the result of a decision can be asked while its task ends. */
final class DecisionResultMethods {
  static final List<Method> ALL =
      List.of(
          all("getSingleResult", 0, Kind.DECISION_RESULT_ENTRIES, call -> single(results(call))),
          all("getFirstResult", 0, Kind.DECISION_RESULT_ENTRIES, call -> first(results(call))),
          all("getSingleEntry", 0, Kind.ANY, DecisionResultMethods::singleEntry),
          all("collectEntries", 1, Kind.LIST, DecisionResultMethods::collect),
          all("getResultList", 0, Kind.LIST, call -> results(call).plain()),
          all("get", 1, Kind.DECISION_RESULT_ENTRIES, call -> results(call).get(call.number(0))),
          all("size", 0, Kind.NUMBER, call -> results(call).size()),
          all("isEmpty", 0, Kind.BOOLEAN, call -> results(call).isEmpty()),
          one("getSingleEntry", 0, Kind.ANY, call -> single(outputs(call).values())),
          one("getFirstEntry", 0, Kind.ANY, call -> first(outputs(call).values())),
          one("getEntry", 1, Kind.ANY, DecisionResultMethods::entry),
          one("getEntryMap", 0, Kind.MAP, call -> outputs(call).plain()),
          one("get", 1, Kind.ANY, call -> outputs(call).get(call.value(0))),
          one("getOrDefault", 2, Kind.ANY, DecisionResultMethods::getOrDefault),
          one("containsKey", 1, Kind.BOOLEAN, call -> outputs(call).containsKey(call.value(0))),
          one("values", 0, Kind.LIST, call -> new ArrayList<>(outputs(call).values())),
          one("size", 0, Kind.NUMBER, call -> outputs(call).size()),
          one("isEmpty", 0, Kind.BOOLEAN, call -> outputs(call).isEmpty()));

  private DecisionResultMethods() {}

  private static Method all(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.DECISION_RESULT, name, arity, result, body);
  }

  private static Method one(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.DECISION_RESULT_ENTRIES, name, arity, result, body);
  }

  private static DecisionResult results(Call call) {
    return call.receiver(DecisionResult.class);
  }

  private static Entries outputs(Call call) {
    return call.receiver(Entries.class);
  }

  private static <T> T first(Collection<T> all) {
    return all.isEmpty() ? null : all.iterator().next();
  }

  private static <T> T single(Collection<T> all) {
    if (all.size() > 1) {
      throw new ExpressionException("there are %d, not one".formatted(all.size()));
    }
    return first(all);
  }

  private static Object singleEntry(Call call) {
    Map<String, Object> result = single(results(call));
    return result == null ? null : single(result.values());
  }

  private static Object entry(Call call) {
    if (!outputs(call).containsKey(call.value(0))) {
      throw new ExpressionException("there is no such output");
    }
    return outputs(call).get(call.value(0));
  }

  private static Object getOrDefault(Call call) {
    return outputs(call).containsKey(call.value(0))
        ? outputs(call).get(call.value(0))
        : call.value(1);
  }

  private static List<Object> collect(Call call) {
    String output = call.text(0);
    call.work().makeValues(results(call).size());
    List<Object> values = new ArrayList<>();
    results(call).plain().stream()
        .filter(result -> result.containsKey(output))
        .forEach(result -> values.add(result.get(output)));
    return values;
  }
}
