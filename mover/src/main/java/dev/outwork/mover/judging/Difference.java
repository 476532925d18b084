package dev.outwork.mover.judging;

import java.util.List;

/**
 * Something that will be different, because something in the source makes it matter.
 *
 * @param reason may be empty
 * @param definitionKeys of the processes that it is about; empty if it is not about a model
 */
public record Difference(
    String topic, String camunda, String outwork, String reason, List<String> definitionKeys) {}
