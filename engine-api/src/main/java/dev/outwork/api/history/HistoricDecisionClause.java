package dev.outwork.api.history;

import dev.outwork.api.variable.TypedValue;

/**
 * An input of an evaluated decision, or an output of a matching rule; null for what does not apply.
 *
 * @param clauseId of the column
 * @param clauseName its label
 * @param ruleId of the rule; null for inputs
 * @param ruleOrder position among the matching rules, from 1; null for inputs
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
