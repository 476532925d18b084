package dev.outwork.engine.operation;

import dev.outwork.engine.database.Expiry;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.Operation.Subject;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log in the database. */
@Collaborator
@Dependent
public class OperationStore {
  private static final Statement OF_INSTANCE =
      Statement.of(
          """
          select i.id as known_id,
                 i.root_id,
                 i.process_definition_id,
                 i.definition_key,
                 d.deployment_id,
                 i.tenant_id
            from process_instance i
            join process_definition d
              on d.id = i.process_definition_id
           where i.id in (:ids)
          """);

  private static final Statement OF_DEFINITION =
      Statement.of(
          """
          select d.id as known_id,
                 null as root_id,
                 d.id as process_definition_id,
                 d.definition_key,
                 d.deployment_id,
                 d.tenant_id
            from process_definition d
           where d.id in (:ids)
          """);

  private static final Statement ANNOTATE =
      Statement.of(
          """
          update user_operation
             set annotation = :annotation
           where operation_id = :operationId
          """);

  private static final Statement FORGET =
      Statement.of(
          """
          delete from user_operation
           where root_process_instance_id = :rootId
          """);

  private static final Expiry EXPIRY =
      new Expiry(
          Statement.of(
              """
              select d.id,
                     d.history_time_to_live
                from process_definition d
               where d.history_time_to_live is not null
              """),
          Statement.of(
              """
              delete from user_operation
               where process_definition_id = :id
                 and logged_at < :until
                 and root_process_instance_id is not null
                 and not exists (select 1
                                   from process_instance i
                                  where i.id = user_operation.root_process_instance_id)
              """));

  private final Sql sql;

  /** Where an instance or a definition belongs, found by its id. */
  private record Place(String knownId, Map<Subject, String> subjects) {
    static Place read(Row row) {
      Map<Subject, String> subjects = new EnumMap<>(Subject.class);
      subjects.put(Subject.ROOT_PROCESS_INSTANCE, row.text("root_id"));
      subjects.put(Subject.PROCESS_DEFINITION, row.text("process_definition_id"));
      subjects.put(Subject.DEFINITION_KEY, row.text("definition_key"));
      subjects.put(Subject.DEPLOYMENT, row.text("deployment_id"));
      subjects.put(Subject.TENANT, row.text("tenant_id"));
      return new Place(row.text("known_id"), subjects);
    }

    Operation of(Operation operation) {
      Operation placed = operation;
      for (Map.Entry<Subject, String> subject : subjects.entrySet()) {
        placed = placed.on(subject.getKey(), subject.getValue());
      }
      return placed;
    }
  }

  @Inject
  OperationStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Operations with what the database knows of their process instances, or of their definitions.
   */
  List<Operation> placed(List<Operation> operations) {
    Map<String, Place> instances = places(OF_INSTANCE, operations, Subject.PROCESS_INSTANCE);
    Map<String, Place> definitions = places(OF_DEFINITION, operations, Subject.PROCESS_DEFINITION);
    return operations.stream()
        .map(
            operation ->
                Stream.of(
                        instances.get(operation.id(Subject.PROCESS_INSTANCE)),
                        definitions.get(operation.id(Subject.PROCESS_DEFINITION)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(place -> place.of(operation))
                    .orElse(operation))
        .toList();
  }

  private Map<String, Place> places(
      Statement statement, List<Operation> operations, Subject known) {
    Set<String> ids =
        operations.stream()
            .map(operation -> operation.id(known))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return sql.rowsOf(statement, ids, Place::read).stream()
        .collect(Collectors.toMap(Place::knownId, Function.identity()));
  }

  void insert(List<OperationLine> lines) {
    sql.insert(OperationLine.INSERT, lines);
  }

  void insert(List<OperationLine> lines, Writes writes) {
    writes.insert(OperationLine.INSERT, lines);
  }

  /** Annotates all lines of an operation, or removes the annotation if it is null. */
  public void annotate(String operationId, String annotation) {
    sql.update(ANNOTATE.with("operationId", operationId).with("annotation", annotation));
  }

  /** Deletes what was done with a call hierarchy that is cleaned up. */
  public void forget(String rootProcessInstanceId) {
    sql.update(FORGET.with("rootId", rootProcessInstanceId));
  }

  /**
   * Deletes what was done with instances that were deleted by hand: there is no end any more from
   * which their time to live could count.
   */
  public void deleteExpired(Instant now) {
    EXPIRY.delete(sql, now);
  }
}
