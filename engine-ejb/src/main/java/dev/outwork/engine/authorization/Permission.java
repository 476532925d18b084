package dev.outwork.engine.authorization;

import java.util.Optional;
import java.util.Set;

/** What a permission of Camunda 7 is about. */
enum Permission {
  /** To see something, or to get in. */
  READ,
  /** To see variables. */
  READ_VARIABLES,
  /** To change something. */
  CHANGE,
  /** All of it. */
  ALL,
  /** Nothing. */
  NONE;

  private static final String BATCHES = "CREATE_BATCH_";

  private static final Set<String> CHANGES =
      Set.of(
          "CREATE",
          "UPDATE",
          "DELETE",
          "UPDATE_TASK",
          "CREATE_INSTANCE",
          "UPDATE_INSTANCE",
          "DELETE_INSTANCE",
          "DELETE_HISTORY",
          "UPDATE_HISTORY",
          "TASK_WORK",
          "TASK_ASSIGN",
          "MIGRATE_INSTANCE",
          "RETRY_JOB",
          "SUSPEND",
          "SUSPEND_INSTANCE",
          "UPDATE_VARIABLE",
          "UPDATE_INSTANCE_VARIABLE",
          "UPDATE_TASK_VARIABLE",
          "SET",
          "EDIT",
          "SHARE");

  private static final Set<String> READS =
      Set.of("READ", "ACCESS", "READ_TASK", "READ_INSTANCE", "READ_HISTORY");

  private static final Set<String> READS_OF_VARIABLES =
      Set.of(
          "READ_VARIABLE", "READ_INSTANCE_VARIABLE", "READ_HISTORY_VARIABLE", "READ_TASK_VARIABLE");

  /** By the name that Camunda 7 gives it; empty if it has no such permission. */
  static Optional<Permission> named(String name) {
    if (name.equals(ALL.name()) || name.equals(NONE.name())) {
      return Optional.of(valueOf(name));
    }
    if (READS.contains(name)) {
      return Optional.of(READ);
    }
    if (READS_OF_VARIABLES.contains(name)) {
      return Optional.of(READ_VARIABLES);
    }
    return CHANGES.contains(name) || name.startsWith(BATCHES)
        ? Optional.of(CHANGE)
        : Optional.empty();
  }
}
