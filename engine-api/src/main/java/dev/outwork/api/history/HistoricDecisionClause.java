package dev.outwork.api.history;

import dev.outwork.api.variable.TypedValue;

/**
 * An input of a decision that was evaluated, or an output of a rule that matched; what does not
 * apply is null.
 *
 * @param clauseId of the column
 * @param clauseName its label
 * @param ruleId of the rule; null for inputs
 * @param ruleOrder which of the rules that matched, from 1; null for inputs
 * @param variableName the name of the output; null for inputs
 */
public record HistoricDecisionClause(
    String id,
    String clauseId,
    String clauseName,
    String ruleId,
    Integer ruleOrder,
    String variableName,
    TypedValue value) {}
