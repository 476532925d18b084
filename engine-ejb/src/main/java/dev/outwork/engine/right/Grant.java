package dev.outwork.engine.right;

import dev.outwork.engine.database.NamePatterns;
import java.util.List;
import java.util.Set;

/**
 * Some verbs on some things of a kind.
 *
 * @param pattern a name, or a prefix followed by {@code *}
 * @param withVariables whether reading includes variables
 */
record Grant(Set<Verb> verbs, Thing thing, String pattern, boolean withVariables) {
  /** All verbs on all things. */
  static final List<Grant> EVERYTHING =
      Thing.all()
          .map(thing -> new Grant(Set.copyOf(thing.verbs()), thing, NamePatterns.ANYTHING, true))
          .toList();

  boolean gives(Verb verb, Thing on) {
    return thing == on && verbs.contains(verb);
  }
}
