package dev.outwork.api.task;

/** The state of a task that its owner has delegated to another user. */
public enum DelegationState {
  PENDING,
  RESOLVED
}
