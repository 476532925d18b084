package dev.outwork.engine.right;

import dev.outwork.api.AuthorizationException;
import dev.outwork.engine.database.Conditions;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/**
 * What a caller may do with decisions, by the key of the definition; a document with several
 * decisions has a key of its own.
 */
public record DecisionRights(Rights rights) {
  /** Whether there is nothing to check. */
  public boolean areAll() {
    return rights.areAll();
  }

  /**
   * Whether this may be done; if not, it must look as if the decision did not exist.
   *
   * @throws AuthorizationException if the caller may read it, so that there is nothing to hide
   */
  public boolean permit(Verb verb, String key) {
    return rights.permit(verb, Thing.DECISION, key);
  }

  /** Whether a definition is visible by itself: to those who read it, and to those who use it. */
  public boolean showDefinition(String key) {
    return rights.showDefinition(Thing.DECISION, key);
  }

  /**
   * What may be read, in lists.
   *
   * @param attribute with the key of the definition
   */
  public List<Predicate> see(Conditions<?> where, String attribute) {
    return where.restrictedTo(attribute, rights.on(Verb.READ, Thing.DECISION));
  }
}
