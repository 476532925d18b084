package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.ProcessModel;

/**
 * A process definition of the source, as the target has it.
 *
 * @param id in the target
 */
public record MovedDefinition(String id, String key, String versionTag, ProcessModel model) {}
