package dev.outwork.engine.instance;

/** Timers and asynchronous continuations. */
public interface Jobs extends Waits.OfEvents<JobOrder> {}
