package dev.outwork.engine.instance;

import dev.outwork.engine.database.Question;
import dev.outwork.engine.instance.ActivityStore.UnderWay;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;
import java.util.function.Function;

/**
 * What the journey on one instance has to read, asked along with what takes hold of it: on
 * PostgreSQL, whose later statements see what an earlier one has waited for.
 *
 * @param underWay the activities of the instance
 * @param variables of the scopes where the journey looks for them
 */
public record ReadAlong(Question<UnderWay> underWay, Question<StoredVariable> variables) {
  /**
   * Asks it of an instance that is yet to be found, by the id of what is held.
   *
   * @param instanceId a query for the instance's id, by {@code :id}
   * @param scopeIds a query for the scopes' ids, separated by spaces, by the same
   */
  public static Function<String, ReadAlong> by(String instanceId, String scopeIds) {
    Function<String, Question<UnderWay>> underWay = ActivityStore.underWay(instanceId);
    Function<String, Question<StoredVariable>> variables = VariableStore.ofScopes(scopeIds);
    return heldId -> new ReadAlong(underWay.apply(heldId), variables.apply(heldId));
  }
}
