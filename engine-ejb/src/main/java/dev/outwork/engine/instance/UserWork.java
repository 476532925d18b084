package dev.outwork.engine.instance;

import dev.outwork.engine.token.UserTaskOrder;

/** User tasks. */
public interface UserWork extends Waits<UserTaskOrder> {}
