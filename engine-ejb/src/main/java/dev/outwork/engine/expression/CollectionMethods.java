package dev.outwork.engine.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The methods of lists and maps. */
final class CollectionMethods {
  static final List<Method> ALL =
      List.of(
          list("size", 0, Kind.NUMBER, call -> items(call).size()),
          list("isEmpty", 0, Kind.BOOLEAN, call -> items(call).isEmpty()),
          list("get", 1, Kind.ANY, call -> items(call).get(call.number(0))),
          list("contains", 1, Kind.BOOLEAN, call -> searched(call).contains(call.value(0))),
          list("indexOf", 1, Kind.NUMBER, call -> searched(call).indexOf(call.value(0))),
          list("lastIndexOf", 1, Kind.NUMBER, call -> searched(call).lastIndexOf(call.value(0))),
          list("equals", 1, Kind.BOOLEAN, call -> searched(call).equals(call.value(0))),
          list("toString", 0, Kind.TEXT, call -> call.work().text(call.receiver())),
          map("size", 0, Kind.NUMBER, call -> entries(call).size()),
          map("isEmpty", 0, Kind.BOOLEAN, call -> entries(call).isEmpty()),
          map("get", 1, Kind.ANY, call -> entries(call).get(call.value(0))),
          map("getOrDefault", 2, Kind.ANY, CollectionMethods::getOrDefault),
          map("containsKey", 1, Kind.BOOLEAN, call -> entries(call).containsKey(call.value(0))),
          map("containsValue", 1, Kind.BOOLEAN, CollectionMethods::containsValue),
          map("keySet", 0, Kind.LIST, call -> listed(call, entries(call).keySet())),
          map("values", 0, Kind.LIST, call -> listed(call, entries(call).values())),
          map("equals", 1, Kind.BOOLEAN, CollectionMethods::mapEquals),
          map("toString", 0, Kind.TEXT, call -> call.work().text(call.receiver())));

  private CollectionMethods() {}

  private static Method list(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.LIST, name, arity, result, body);
  }

  private static Method map(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.MAP, name, arity, result, body);
  }

  private static List<?> items(Call call) {
    Collection<?> items = call.receiver(Collection.class);
    return items instanceof List<?> list ? list : new ArrayList<>(items);
  }

  private static List<?> searched(Call call) {
    List<?> items = items(call);
    call.work().take(items.size());
    return items;
  }

  private static Map<?, ?> entries(Call call) {
    return call.receiver(Map.class);
  }

  private static Object getOrDefault(Call call) {
    Map<?, ?> map = entries(call);
    return map.containsKey(call.value(0)) ? map.get(call.value(0)) : call.value(1);
  }

  private static boolean containsValue(Call call) {
    call.work().take(entries(call).size());
    return entries(call).containsValue(call.value(0));
  }

  private static boolean mapEquals(Call call) {
    call.work().take(entries(call).size());
    return entries(call).equals(call.value(0));
  }

  private static List<?> listed(Call call, Collection<?> items) {
    call.work().makeValues(items.size());
    return new ArrayList<>(items);
  }
}
