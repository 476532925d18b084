package dev.outwork.engine.deployment;

import dev.outwork.engine.bpmn.ProcessInfo;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The candidate starters of a process, in the database; deleted together with it. */
@ApplicationScoped
public class CandidateStarterStore {
  private static final String INSERT =
      """
      insert into candidate_starter (id, process_definition_id, user_id, group_id)
      values (:id, :processDefinitionId, :userId, :groupId)
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected CandidateStarterStore() {
    this(null);
  }

  @Inject
  CandidateStarterStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String processDefinitionId, ProcessInfo process) {
    if (process.candidateStarterUsers().isEmpty() && process.candidateStarterGroups().isEmpty()) {
      return;
    }
    sql.tell(
        handle -> {
          PreparedBatch rows = handle.prepareBatch(INSERT);
          process
              .candidateStarterUsers()
              .forEach(user -> add(rows, processDefinitionId, user, null));
          process
              .candidateStarterGroups()
              .forEach(group -> add(rows, processDefinitionId, null, group));
          rows.execute();
        });
  }

  private static void add(
      PreparedBatch rows, String processDefinitionId, String userId, String groupId) {
    rows.bind("id", Ids.next())
        .bind("processDefinitionId", processDefinitionId)
        .bind("userId", userId)
        .bind("groupId", groupId)
        .add();
  }
}
