package dev.outwork.engine.right;

import dev.outwork.engine.database.NamePatterns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one caller may do. Immutable. */
public final class Rights {
  /** Everything: of everybody without a file of grants, and of those to whom it is granted. */
  public static final Rights ALL = new Rights(Grant.EVERYTHING);

  /** Nothing. */
  public static final Rights NONE = new Rights(List.of());

  private final Map<Thing, Map<Verb, NamePatterns>> names = new EnumMap<>(Thing.class);
  private final NamePatterns processesWithVariables;

  private Rights(Collection<Grant> grants) {
    Thing.all().forEach(thing -> names.put(thing, byVerb(thing, grants)));
    processesWithVariables =
        patterns(grants, grant -> grant.gives(Verb.READ, Thing.PROCESS) && grant.withVariables());
  }

  static Rights of(Collection<Grant> grants) {
    Rights rights = new Rights(grants);
    return rights.isEverything() ? ALL : rights;
  }

  private static Map<Verb, NamePatterns> byVerb(Thing thing, Collection<Grant> grants) {
    Map<Verb, NamePatterns> byVerb = new EnumMap<>(Verb.class);
    for (Verb verb : thing.verbs()) {
      byVerb.put(verb, patterns(grants, grant -> grant.gives(verb, thing)));
    }
    return byVerb;
  }

  private static NamePatterns patterns(Collection<Grant> grants, Predicate<Grant> which) {
    return NamePatterns.of(grants.stream().filter(which).map(Grant::pattern).toList());
  }

  private boolean isEverything() {
    return names.values().stream()
            .flatMap(byVerb -> byVerb.values().stream())
            .allMatch(NamePatterns::isAll)
        && processesWithVariables.isAll();
  }

  /** Whether there is nothing to check. */
  public boolean areAll() {
    return this == ALL;
  }

  /** Whether this may be done with a thing. */
  public boolean allow(Verb verb, Thing thing, String name) {
    return areAll() || on(verb, thing).has(name);
  }

  /** The names of the things of a kind with which this may be done. */
  public NamePatterns on(Verb verb, Thing thing) {
    return names.get(thing).getOrDefault(verb, NamePatterns.NONE);
  }

  /** The keys of the processes whose variables may be read. */
  NamePatterns processesWithVariables() {
    return processesWithVariables;
  }

  /** Whether variables of instances of this process may be read. */
  public boolean showVariablesOf(String processDefinitionKey) {
    return areAll() || processesWithVariables.has(processDefinitionKey);
  }
}
