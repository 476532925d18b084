package dev.outwork.engine.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Classes of one package that cannot be understood one after the other. */
final class Circles {
  private Circles() {}

  /**
   * The largest sets of classes in which each can be reached from each other, by their simple
   * names. A class that stands in another one counts as that one.
   */
  static Collection<Set<String>> in(JavaClasses classes) {
    Map<String, Set<String>> reached = new TreeMap<>();
    uses(classes).forEach((name, used) -> reached.put(name, new TreeSet<>(used)));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Set<String> known : reached.values()) {
        for (String next : List.copyOf(known)) {
          grows |= known.addAll(reached.getOrDefault(next, Set.of()));
        }
      }
    }
    return reached.keySet().stream()
        .map(
            name ->
                reached.get(name).stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
                    .map(Circles::simple)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .filter(circle -> circle.size() > 1)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Map<String, Set<String>> uses(JavaClasses classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : classes) {
      Set<String> used = uses.computeIfAbsent(outermost(type), any -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().equals(type.getPackageName()))
          .map(Circles::outermost)
          .filter(target -> !target.equals(outermost(type)))
          .forEach(used::add);
    }
    return uses;
  }

  private static String outermost(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
