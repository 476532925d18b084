package dev.outwork.engine.instance;

/** User tasks. */
public interface UserWork extends Waits<UserTaskOrder> {}
