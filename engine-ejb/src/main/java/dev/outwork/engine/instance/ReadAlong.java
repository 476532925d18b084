package dev.outwork.engine.instance;

import dev.outwork.engine.database.Question;
import dev.outwork.engine.instance.ActivityStore.UnderWay;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;

/**
 * What the journey on one instance has to read, asked along with what takes hold of it: on
 * PostgreSQL, whose later statements see what an earlier one has waited for.
 *
 * @param underWay the activities of the instance
 * @param variables of the scopes where the journey looks for them
 */
public record ReadAlong(Question<UnderWay> underWay, Question<StoredVariable> variables) {
  /**
   * Of an instance that is yet to be found.
   *
   * @param instanceId a query for its id, by the id of what is held
   * @param scopeIds a query for the scopes' ids, separated by spaces, by the same id
   */
  public static ReadAlong of(String instanceId, String scopeIds, String heldId) {
    return new ReadAlong(
        ActivityStore.underWay(instanceId, heldId), VariableStore.ofScopes(scopeIds, heldId));
  }
}
