package dev.outwork.mover.judging;

import java.util.List;

/**
 * Instances of one version that cannot go for one reason.
 *
 * @param elements of the model that the reason names; may be empty
 * @param details such as the names of variables; may be empty
 * @param examples the first ids
 */
public record BlockedGroup(
    Reason reason,
    String definitionId,
    List<String> elements,
    List<String> details,
    long instances,
    List<String> examples) {}
