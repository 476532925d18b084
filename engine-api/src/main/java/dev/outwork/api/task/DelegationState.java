package dev.outwork.api.task;

/** How far a task is that its owner gave to somebody else to work on and to give back. */
public enum DelegationState {
  PENDING,
  RESOLVED
}
