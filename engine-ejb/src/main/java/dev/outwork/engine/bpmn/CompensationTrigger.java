package dev.outwork.engine.bpmn;

/**
 * Compensation of the activity that the event is attached to, or of the sub-process around its
 * event sub-process (BPMN 2.0, chapter 10.7).
 */
public record CompensationTrigger() implements Trigger {}
