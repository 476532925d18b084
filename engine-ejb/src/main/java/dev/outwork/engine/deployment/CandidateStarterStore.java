package dev.outwork.engine.deployment;

import dev.outwork.engine.bpmn.ProcessInfo;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** The candidate starters of a process, in the database; deleted together with it. */
@Collaborator
public class CandidateStarterStore {
  private static final Insert<Starter> INSERT =
      Insert.<Starter>into("candidate_starter")
          .column("id", starter -> Ids.next())
          .column("process_definition_id", Starter::processDefinitionId)
          .column("user_id", Starter::userId)
          .column("group_id", Starter::groupId);

  private final Sql sql;

  /** A user, or else a group. */
  private record Starter(String processDefinitionId, String userId, String groupId) {}

  @Inject
  CandidateStarterStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String processDefinitionId, ProcessInfo process) {
    Stream<Starter> users =
        process.candidateStarterUsers().stream()
            .map(user -> new Starter(processDefinitionId, user, null));
    Stream<Starter> groups =
        process.candidateStarterGroups().stream()
            .map(group -> new Starter(processDefinitionId, null, group));
    sql.insert(INSERT, Stream.concat(users, groups).toList());
  }
}
