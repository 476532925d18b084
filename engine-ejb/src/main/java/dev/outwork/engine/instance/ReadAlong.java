package dev.outwork.engine.instance;

import dev.outwork.engine.database.Question;
import dev.outwork.engine.instance.ActivityStore.UnderWay;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.VariableStore;
import java.util.function.Function;

/**
 * The reads of the journey on one instance, sent together with the query that locks it: on
 * PostgreSQL, where later statements see the changes that an earlier one has waited for.
 *
 * @param underWay the activities of the instance
 * @param variables of the scopes that the journey reads
 */
public record ReadAlong(Question<UnderWay> underWay, Question<StoredVariable> variables) {
  /**
   * The reads of an instance that is selected by the id of the locked row.
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
