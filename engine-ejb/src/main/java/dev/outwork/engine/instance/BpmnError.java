package dev.outwork.engine.instance;

/**
 * A BPMN error that is looking for a boundary event.
 *
 * @param message may be null
 */
public record BpmnError(String code, String message) {}
