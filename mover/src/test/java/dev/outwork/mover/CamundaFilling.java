package dev.outwork.mover;

import dev.outwork.engine.database.Schema;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fills a database of Camunda 7.24 with instances of ten rows each, and makes the tables of an
 * Outwork that they can be moved to. Both are empty databases of PostgreSQL.
 */
public final class CamundaFilling {
  private static final int THREADS = 2;
  private static final String KEY = "order";

  private CamundaFilling() {}

  /**
   * Reads {@code outwork.fill.source}, {@code target}, {@code user}, {@code password} and count.
   */
  public static void main(String[] arguments) throws Exception {
    String user = setting("user");
    String password = setting("password");
    makeTables(setting("target"), user, password);
    ProcessEngine camunda = camundaOn(setting("source"), user, password);
    try {
      camunda
          .getRepositoryService()
          .createDeployment()
          .addModelInstance("order.bpmn", order())
          .deploy();
      start(camunda, Integer.parseInt(setting("instances")));
    } finally {
      camunda.close();
    }
  }

  static String setting(String name) {
    String value = System.getProperty("outwork.fill." + name);
    if (value == null) {
      throw new IllegalArgumentException("-Doutwork.fill.%s is missing".formatted(name));
    }
    return value;
  }

  private static void makeTables(String url, String user, String password) {
    PGSimpleDataSource target = new PGSimpleDataSource();
    target.setUrl(url);
    target.setUser(user);
    target.setPassword(password);
    Schema.bringUpToDate(target);
  }

  static ProcessEngine camundaOn(String url, String user, String password) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl(url);
    configuration.setJdbcUsername(user);
    configuration.setJdbcPassword(password);
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("activity");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    return configuration.buildProcessEngine();
  }

  /** start --> check (external, timer P30D): two executions, a task and a job. */
  private static BpmnModelInstance order() {
    return Bpmn.createExecutableProcess(KEY)
        .startEvent()
        .serviceTask("check")
        .camundaExternalTask("check")
        .boundaryEvent("late")
        .timerWithDuration("P30D")
        .endEvent()
        .moveToActivity("check")
        .endEvent()
        .done();
  }

  private static void start(ProcessEngine camunda, int instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> parts =
          IntStream.range(0, THREADS)
              .<Callable<Void>>mapToObj(part -> () -> start(camunda, part, instances))
              .toList();
      for (var part : threads.invokeAll(parts)) {
        part.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Void start(ProcessEngine camunda, int first, int instances) {
    for (int i = first; i < instances; i += THREADS) {
      camunda.getRuntimeService().startProcessInstanceByKey(KEY, "A-" + i, sixVariables(i));
    }
    return null;
  }

  private static Map<String, Object> sixVariables(int i) {
    return Map.of(
        "customer",
        "C-" + i % 1000,
        "amount",
        i,
        "total",
        i * 1.19,
        "paid",
        i % 2 == 0,
        "orderedAt",
        new Date(),
        "note",
        "Please ring twice");
  }
}
