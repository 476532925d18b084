package dev.outwork.engine.instance;

import dev.outwork.engine.token.JobOrder;

/** Timers and asynchronous continuations. */
public interface Jobs extends Waits.OfEvents<JobOrder> {}
