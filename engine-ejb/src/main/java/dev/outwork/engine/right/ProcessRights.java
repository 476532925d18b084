package dev.outwork.engine.right;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Map;

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
    return rights.permit(verb, Thing.PROCESS, processDefinitionKey);
  }

  /** The same as a condition on the key of a definition. */
  public java.util.function.Predicate<String> permitting(Verb verb) {
    return processDefinitionKey -> permit(verb, processDefinitionKey);
  }

  /** Whether this may be done, without telling those who may read it. */
  public boolean allow(Verb verb, String processDefinitionKey) {
    return rights.allow(verb, Thing.PROCESS, processDefinitionKey);
  }

  /** Whether a definition is visible by itself: to those who read it, and to those who start it. */
  public boolean showDefinition(String key) {
    return rights.showDefinition(Thing.PROCESS, key);
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

  /** Returns if all processes may be operated: for what concerns any of them. */
  public void checkOperateAll() {
    if (!rights.allowAll(Verb.OPERATE, Thing.PROCESS)) {
      throw new AuthorizationException("The caller may not operate on all processes");
    }
  }

  /**
   * Returns if there are processes that may be operated: for those who name many things, of which
   * each is checked when its turn comes.
   */
  public void checkOperateSome() {
    if (rights.on(Verb.OPERATE, Thing.PROCESS).isEmpty()) {
      throw new AuthorizationException("The caller may not operate on any process");
    }
  }

  /**
   * What may be read, in lists.
   *
   * @param attribute with the key of the definition
   */
  public List<Predicate> see(Conditions<?> where, String attribute) {
    return among(Verb.READ, where, attribute);
  }

  /**
   * That with which this may be done, in lists.
   *
   * @param attribute with the key of the definition
   */
  public List<Predicate> among(Verb verb, Conditions<?> where, String attribute) {
    return where.restrictedTo(attribute, rights.on(verb, Thing.PROCESS));
  }

  /**
   * What a command may return of an instance that it has changed: all variables, or, to those who
   * may not read them, what they sent.
   */
  public Map<String, TypedValue> shown(
      String processDefinitionKey, Map<String, TypedValue> all, Map<String, TypedValue> sent) {
    return rights.showVariablesOf(processDefinitionKey) ? all : sent;
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
