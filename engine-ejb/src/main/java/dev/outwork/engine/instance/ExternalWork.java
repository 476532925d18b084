package dev.outwork.engine.instance;

import dev.outwork.engine.token.WorkOrder;

/** External tasks. */
public interface ExternalWork extends Waits<WorkOrder> {}
