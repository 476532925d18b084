package dev.outwork.engine.cost;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How many rows lists read of 100,000 definitions, each with a deployment of its own and a hundred
 * versions of each key, and of 100,000 batches, of which the last 1,000 have not ended and have a
 * hundred elements each, one of which has failed.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DefinitionCostTest {
  private static final int ROWS = 100_000;
  private static final int RUNNING = 1_000;
  private static final int AT_A_TIME = 10_000;

  private static final long LOOKED_UP = 500;

  /** Each row once, and for some a second one. */
  private static final long EACH_ONCE = 2 * ROWS + LOOKED_UP;

  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into deployment (id, name, source, deployed_at)
          select 'd' || n, 'name' || n, 'test', <at> from <numbers>
          """,
          """
          insert into process_definition (id, definition_key, version, deployment_id, resource_name, suspended,
                                          startable_in_tasklist)
          select 'p' || n, 'key' || mod(n, 1000), 1 + n / 1000, 'd' || n, 'process.bpmn', false, true from <numbers>
          """,
          """
          insert into batch (id, type, total, configuration, suspended, created_at, ended_at)
          select 'b' || n, 'instance-deletion', 100, '{}', false, <at>, case when n <= 99000 then <at> end from <numbers>
          """,
          """
          insert into batch_element (id, batch_id, element_id, state, failed_at)
          select 'e' || n, 'b' || (99000 + mod(n, 1000) + 1), 'i' || n,
                 case when n <= 1000 then 'FAILED' else 'PENDING' end, case when n <= 1000 then <at> end
            from <numbers>
          """);

  private static final String ON_H2 = "(select x as n from system_range(%d, %d)) numbers";
  private static final String ON_POSTGRESQL = "(select n from generate_series(%d, %d) n) numbers";

  // Where JUnit puts the argument of the class.
  @Parameter private TestDatabase database;

  private static TestEngine engine;
  private static Cost cost;
  private static RepositoryService repository;
  private static BatchService batches;

  @BeforeParameterizedClassInvocation
  static void fill(TestDatabase database) throws Exception {
    engine = TestEngine.on(database);
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : STATEMENTS) {
        String insert =
            each.replace("<at>", "timestamp with time zone '2026-03-01 00:00:00+00'")
                .replace("<numbers>", database == TestDatabase.H2 ? ON_H2 : ON_POSTGRESQL);
        for (int n = 1; n <= ROWS; n += AT_A_TIME) {
          statement.execute(insert.formatted(n, n + AT_A_TIME - 1));
        }
      }
      statement.execute("analyze");
    }
    cost = new Cost(engine, database);
    repository = cost.of(RepositoryService.class);
    batches = cost.of(BatchService.class);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    cost.close();
    engine.close();
  }

  @Test
  void definitions_and_deployments_are_looked_up() throws Exception {
    cost.<ProcessDefinitionFilter, ProcessDefinitionSort>assertReads(
        LOOKED_UP,
        repository::processDefinitions,
        repository::countProcessDefinitions,
        Map.of(
            ProcessDefinitionFilter.PROCESS_DEFINITION_ID, "p7",
            ProcessDefinitionFilter.KEY, "key7"));
    cost.<DeploymentFilter, DeploymentSort>assertReads(
        LOOKED_UP,
        repository::deployments,
        repository::countDeployments,
        Map.of(DeploymentFilter.ID, "d7", DeploymentFilter.NAME, "name7"));
    cost.assertReads(LOOKED_UP, "resources", () -> repository.deploymentResources("d7"));
  }

  @Test
  void other_lists_of_definitions_and_deployments_read_each_once() throws Exception {
    cost.<ProcessDefinitionFilter, ProcessDefinitionSort>assertReads(
        EACH_ONCE,
        repository::processDefinitions,
        repository::countProcessDefinitions,
        Map.of(
            ProcessDefinitionFilter.LATEST_VERSION, true,
            ProcessDefinitionFilter.DEPLOYMENT_ID, "d7",
            ProcessDefinitionFilter.ACTIVE, true));
    cost.<DeploymentFilter, DeploymentSort>assertReads(
        EACH_ONCE,
        repository::deployments,
        repository::countDeployments,
        Map.of(DeploymentFilter.SOURCE, "test"));
  }

  @Test
  void lists_of_batches_that_run_do_not_read_what_has_ended() throws Exception {
    cost.<BatchFilter, BatchSort>assertReads(
        3 * RUNNING,
        batches::batches,
        batches::countBatches,
        Map.of(BatchFilter.ACTIVE, true, BatchFilter.TYPE, "instance-deletion"));
    cost.assertReads(
        3 * RUNNING,
        "statistics",
        () -> batches.batchStatistics(ListQuery.<BatchFilter, BatchSort>all().page(0, 10)));
  }

  @Test
  void a_batch_is_looked_up() throws Exception {
    cost.assertReads(LOOKED_UP, "failures", () -> batches.batchFailures("b99007", new Page(0, 10)));
    cost.assertReads(LOOKED_UP, "failures, counted", () -> batches.countBatchFailures("b99007"));
    cost.<HistoricBatchFilter, HistoricBatchSort>assertReads(
        LOOKED_UP,
        batches::historicBatches,
        batches::countHistoricBatches,
        Map.of(HistoricBatchFilter.BATCH_ID, "b7"));
  }

  @Test
  void other_lists_of_batches_read_each_once() throws Exception {
    cost.<HistoricBatchFilter, HistoricBatchSort>assertReads(
        EACH_ONCE,
        batches::historicBatches,
        batches::countHistoricBatches,
        Map.of(HistoricBatchFilter.COMPLETED, true, HistoricBatchFilter.TYPE, "instance-deletion"));
    cost.<BatchFilter, BatchSort>assertReads(
        EACH_ONCE,
        batches::batches,
        batches::countBatches,
        Map.of(BatchFilter.WITH_FAILURES, true, BatchFilter.WITHOUT_FAILURES, true));
  }
}
