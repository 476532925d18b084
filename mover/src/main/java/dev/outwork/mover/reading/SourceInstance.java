package dev.outwork.mover.reading;

/**
 * A running process instance.
 *
 * @param rootId the instance that began its call hierarchy; its own id if no other has called it
 * @param isOfCase whether a case has called it
 * @param hasJavaValues whether a variable of it is serialized Java
 */
public record SourceInstance(
    String rootId,
    String id,
    String definitionId,
    boolean isCalled,
    boolean isSuspended,
    boolean isOfCase,
    boolean hasJavaValues) {}
