package dev.outwork.engine.right;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.NamePatterns;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/**
 * What a caller may do with processes and all that belongs to them, by the key of the definition.
 * It travels with starts that another thread makes.
 */
public record ProcessRights(Rights rights) {
  public static final ProcessRights ALL = new ProcessRights(Rights.ALL);

  /** Whether there is nothing to check. */
  public boolean areAll() {
    return rights.areAll();
  }

  /**
   * Whether this may be done; if not, it must look as if the thing did not exist.
   *
   * @throws AuthorizationException if the caller may read it, so that there is nothing to hide
   */
  public boolean permit(Verb verb, String processDefinitionKey) {
    if (rights.allow(verb, Thing.PROCESS, processDefinitionKey)) {
      return true;
    }
    if (rights.allow(Verb.READ, Thing.PROCESS, processDefinitionKey)) {
      throw new AuthorizationException(
          "The caller may not %s on process '%s'".formatted(verb, processDefinitionKey));
    }
    return false;
  }

  /** Whether a definition is visible by itself: to those who read it, and to those who start it. */
  public boolean showDefinition(String key) {
    return rights.allow(Verb.READ, Thing.PROCESS, key)
        || rights.allow(Verb.OPERATE, Thing.PROCESS, key);
  }

  /** The same for reading variables. */
  public boolean permitVariables(String processDefinitionKey) {
    if (!permit(Verb.READ, processDefinitionKey)) {
      return false;
    }
    if (!rights.showVariablesOf(processDefinitionKey)) {
      throw new AuthorizationException(
          "The caller may read process '%s' without variables only"
              .formatted(processDefinitionKey));
    }
    return true;
  }

  /** Returns if all processes may be operated. */
  public void checkOperateAll() {
    if (!rights.on(Verb.OPERATE, Thing.PROCESS).isAll()) {
      throw new AuthorizationException("The caller may not operate on all processes");
    }
  }

  /**
   * What may be read, in lists.
   *
   * @param attribute with the key of the definition
   */
  public List<Predicate> see(Conditions<?> where, String attribute) {
    NamePatterns keys = rights.on(Verb.READ, Thing.PROCESS);
    return keys.isAll() ? List.of() : List.of(where.matches(attribute, keys));
  }

  /** Whether there is no process whose variables may not be read. */
  public boolean showAllVariables() {
    return rights.processesWithVariables().isAll();
  }

  /**
   * The processes whose variables may be read.
   *
   * @param attribute with the key of the definition
   */
  public Predicate seeVariables(Conditions<?> where, String attribute) {
    return where.matches(attribute, rights.processesWithVariables());
  }

  /**
   * Restricts a list to what may be read, and its conditions on variables to the processes whose
   * variables may be read.
   *
   * @param attribute with the key of the definition
   */
  public <E, F extends Enum<F> & Filter, S extends Enum<S> & SortKey> Listing<E, F, S> limit(
      Listing<E, F, S> list, String attribute) {
    return areAll()
        ? list
        : list.seenBy(where -> see(where, attribute)).comparing(where -> compare(where, attribute));
  }

  /** The processes whose variables a list may compare. */
  public List<Predicate> compare(Conditions<?> where, String attribute) {
    return showAllVariables() ? List.of() : List.of(seeVariables(where, attribute));
  }
}
