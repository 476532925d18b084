package dev.outwork.engine.right;

import dev.outwork.api.AuthorizationException;
import dev.outwork.engine.database.NamePatterns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Whether this may be done with all things of a kind. */
  public boolean allowAll(Verb verb, Thing thing) {
    return areAll() || on(verb, thing).isAll();
  }

  /**
   * Whether this may be done; if not, it must look as if the thing did not exist.
   *
   * @throws AuthorizationException if the caller may read it, so that there is nothing to hide
   */
  boolean permit(Verb verb, Thing thing, String name) {
    if (allow(verb, thing, name)) {
      return true;
    }
    if (allow(Verb.READ, thing, name)) {
      throw new AuthorizationException(
          "The caller may not %s on %s '%s'".formatted(verb, thing, name));
    }
    return false;
  }

  /** Whether a definition is visible by itself: to those who read it, and to those who use it. */
  boolean showDefinition(Thing kind, String key) {
    return allow(Verb.READ, kind, key) || allow(Verb.OPERATE, kind, key);
  }

  /** The names of the things of a kind with which this may be done. */
  public NamePatterns on(Verb verb, Thing thing) {
    return names.get(thing).getOrDefault(verb, NamePatterns.NONE);
  }

  /** The names of all things, in the words of the file. */
  Map<String, Map<String, List<String>>> told() {
    Map<String, Map<String, List<String>>> told = new TreeMap<>();
    names.forEach(
        (thing, byVerb) -> {
          Map<String, List<String>> patterns = new TreeMap<>();
          byVerb.forEach((verb, these) -> patterns.put(verb.toString(), these.patterns()));
          told.put(thing.toString(), patterns);
        });
    return told;
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
