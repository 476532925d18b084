package dev.outwork.rest.task;

import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/** The vocabulary of the list of user tasks (docs/rest-api.md, "User tasks"). */
final class TaskLists {
  /** Only saved filters have them. */
  static final Set<String> EXPRESSIONS =
      Set.of(
          "assigneeExpression",
          "assigneeLikeExpression",
          "ownerExpression",
          "candidateUserExpression",
          "candidateGroupExpression",
          "candidateGroupsExpression",
          "involvedUserExpression",
          "processInstanceBusinessKeyExpression",
          "processInstanceBusinessKeyLikeExpression",
          "dueDateExpression",
          "dueAfterExpression",
          "dueBeforeExpression",
          "followUpDateExpression",
          "followUpAfterExpression",
          "followUpBeforeExpression",
          "followUpBeforeOrNotExistentExpression",
          "createdOnExpression",
          "createdAfterExpression",
          "createdBeforeExpression",
          "updatedAfterExpression");

  static final ListQueryReader<TaskFilter, TaskSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(TaskFilter.class, TaskSort.class, EXPRESSIONS).withOrQueries());

  private TaskLists() {}
}
