package dev.outwork.engine.usertask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.api.task.TaskDetails;

/** The maximum lengths of the texts of a task, and of a saved filter. */
final class Limits {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TEXT = 4_000;

  private Limits() {}

  static void check(TaskDetails details, String attempt) {
    check(details.name(), LONGEST_NAME, "name", attempt);
    check(details.description(), LONGEST_TEXT, "description", attempt);
    check(details.assignee(), LONGEST_NAME, "assignee", attempt);
    check(details.owner(), LONGEST_NAME, "owner", attempt);
  }

  static void check(UserTaskRow created, String attempt) {
    check(created.details(), attempt);
    check(created.formKey(), LONGEST_TEXT, "form key", attempt);
  }

  static void check(IdentityLink link, String attempt) {
    check(link.userId(), LONGEST_NAME, "user id", attempt);
    check(link.groupId(), LONGEST_NAME, "group id", attempt);
    check(link.type(), LONGEST_NAME, "type of an identity link", attempt);
  }

  static void check(SavedFilterDetails filter) {
    check(filter.name(), LONGEST_NAME, "name", "keep a filter");
    check(filter.owner(), LONGEST_NAME, "owner", "keep a filter");
  }

  private static void check(String text, int most, String what, String attempt) {
    if (text != null && text.length() > most) {
      throw new ProcessEngineException(
          "Cannot %s: its %s has %d characters, at most %d are allowed"
              .formatted(attempt, what, text.length(), most),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }
}
