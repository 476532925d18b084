package dev.outwork.engine.instance;

/** External tasks. */
public interface ExternalWork extends Waits<WorkOrder> {}
