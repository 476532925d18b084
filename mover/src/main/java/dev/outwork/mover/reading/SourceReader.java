package dev.outwork.mover.reading;

import dev.outwork.mover.reading.SourceDefinition.SourceResource;
import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what is deployed in a source, and who is in it. */
public final class SourceReader {
  private static final List<SourceStatement> NOT_KEPT =
      List.of(
          SourceStatement.VARIABLE_DETAILS,
          SourceStatement.JOB_LOG,
          SourceStatement.OPERATION_LOG,
          SourceStatement.IDENTITY_LINK_LOG,
          SourceStatement.COMMENTS,
          SourceStatement.ATTACHMENTS,
          SourceStatement.DECISION_HISTORY,
          SourceStatement.CASE_HISTORY,
          SourceStatement.BATCH_HISTORY);

  private static final int SUSPENDED = 2;

  private static final Map<SourceStatement, DefinitionKind> DEFINITIONS =
      Map.of(
          SourceStatement.PROCESS_DEFINITIONS, DefinitionKind.PROCESS,
          SourceStatement.DECISION_DEFINITIONS, DefinitionKind.DECISION,
          SourceStatement.CASE_DEFINITIONS, DefinitionKind.CASE);

  private final Source source;

  public SourceReader(Source source) {
    this.source = source;
  }

  /** All versions of all tenants, of one kind after the other. */
  public List<SourceDefinition> definitions() {
    List<SourceDefinition> definitions = new ArrayList<>();
    DEFINITIONS.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            kind ->
                source.each(
                    kind.getKey(), row -> definitions.add(definition(kind.getValue(), row))));
    return definitions;
  }

  private static SourceDefinition definition(DefinitionKind kind, ResultSet row)
      throws SQLException {
    return new SourceDefinition(
        kind,
        row.getString("id"),
        row.getString("definition_key"),
        row.getInt("version"),
        row.getString("name"),
        row.getString("version_tag"),
        row.getString("tenant_id"),
        new SourceResource(row.getString("deployment_id"), row.getString("resource_name")));
  }

  /** Empty if the deployment has lost the file. */
  public Optional<byte[]> content(SourceResource resource) {
    List<byte[]> contents = new ArrayList<>();
    source.each(
        SourceStatement.RESOURCE,
        row -> contents.add(row.getBytes("content")),
        resource.deploymentId(),
        resource.name());
    return contents.stream().filter(content -> content != null).findFirst();
  }

  /** The active tokens at each element. */
  public List<ElementCount> activities() {
    return counts(SourceStatement.ACTIVITIES, true);
  }

  public List<ElementCount> incidents() {
    return counts(SourceStatement.INCIDENTS);
  }

  /** The variables that are serialized Java, by definition and name. */
  public List<ElementCount> javaVariables() {
    return counts(SourceStatement.JAVA_VARIABLES);
  }

  private List<ElementCount> counts(SourceStatement statement, Object... parameters) {
    List<ElementCount> counts = new ArrayList<>();
    source.each(
        statement,
        row ->
            counts.add(
                new ElementCount(
                    row.getString("definition_id"),
                    row.getString("activity_id"),
                    row.getString("name"),
                    row.getLong("tokens"),
                    row.getLong("instances"))),
        parameters);
    return counts;
  }

  /** All of those who have a token at an element. */
  public void eachInstanceAt(String definitionId, String activityId, Consumer<String> reader) {
    source.each(
        SourceStatement.INSTANCES_AT,
        row -> reader.accept(row.getString("id")),
        definitionId,
        activityId);
  }

  /** All running instances, those of one call hierarchy after each other. */
  public void eachInstance(Consumer<SourceInstance> reader) {
    source.each(SourceStatement.INSTANCES, row -> reader.accept(instance(row)));
  }

  private static SourceInstance instance(ResultSet row) throws SQLException {
    return new SourceInstance(
        row.getString("root_id"),
        row.getString("id"),
        row.getString("definition_id"),
        row.getString("caller_id") != null,
        row.getInt("suspension") == SUSPENDED,
        row.getInt("of_case") == 1,
        row.getInt("java_values") == 1);
  }

  public List<NamedCount> cases() {
    return named(SourceStatement.CASE_INSTANCES);
  }

  public List<NamedCount> batches() {
    return named(SourceStatement.BATCHES);
  }

  public long standaloneTasks() {
    return named(SourceStatement.STANDALONE_TASKS).stream().mapToLong(NamedCount::count).sum();
  }

  /** How many process instances of the history have ended. */
  public long endedInstances() {
    return named(SourceStatement.ENDED_INSTANCES).stream().mapToLong(NamedCount::count).sum();
  }

  /** What of the history has no table in the target, and how much of it there is. */
  public List<NamedCount> historyNotKept() {
    return NOT_KEPT.stream()
        .flatMap(statement -> named(statement).stream())
        .filter(rows -> rows.count() > 0)
        .toList();
  }

  private List<NamedCount> named(SourceStatement statement) {
    List<NamedCount> counts = new ArrayList<>();
    source.each(
        statement, row -> counts.add(new NamedCount(row.getString("name"), row.getLong("tokens"))));
    return counts;
  }
}
