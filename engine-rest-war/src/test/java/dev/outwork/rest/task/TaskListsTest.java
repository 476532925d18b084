package dev.outwork.rest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading user task queries (docs/rest-api.md, "User tasks"). */
class TaskListsTest {
  @Test
  void a_body_with_everything_that_is_usual_is_understood() throws Exception {
    ObjectNode body =
        (ObjectNode)
            Json.MAPPER.readTree(
                """
                {"candidateGroups": ["sales"], "includeAssignedTasks": true, "priority": 50,
                 "minPriority": "1", "unassigned": false, "dueBefore":
                 "2026-03-01T09:00:00.000+0000", "assigneeExpression": null, "orQueries": [],
                 "sorting": [{"sortBy": "nameCaseInsensitive", "sortOrder": "desc"}]}
                """);

    var query = TaskLists.READER.read(body);

    assertThat(query.filters())
        .isEqualTo(
            Map.of(
                TaskFilter.CANDIDATE_GROUPS,
                List.of("sales"),
                TaskFilter.INCLUDE_ASSIGNED_TASKS,
                true,
                TaskFilter.PRIORITY,
                50L,
                TaskFilter.MIN_PRIORITY,
                1L,
                TaskFilter.DUE_BEFORE,
                Instant.parse("2026-03-01T09:00:00Z")));
    assertThat(query.sorting()).hasSize(1);
    assertThat(query.sorting().get(0).key()).isEqualTo(TaskSort.NAME_CASE_INSENSITIVE);
  }

  @Test
  void unsupported_filters_are_refused_by_name() {
    for (String name : List.of("assigneeExpression", "dueBeforeExpression")) {
      var parameters = new MultivaluedHashMap<String, String>();
      parameters.putSingle(name, "x");

      assertThatExceptionOfType(RestException.class)
          .isThrownBy(() -> TaskLists.READER.read(parameters))
          .withMessageContaining("'%s'", name)
          .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
  }
}
