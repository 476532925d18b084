package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.job.ActivityStatistics;
import dev.outwork.api.job.IncidentStatistics;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.ProcessDefinitionStatistics;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.api.job.StatisticsRequest.Incidents;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is under way is counted (docs/rest-api.md, "Statistics"). */
class StatisticsTest extends SharedEngineTest {
  private static final StatisticsRequest EVERYTHING =
      new StatisticsRequest(true, Incidents.ALL, null);
  private static final StatisticsRequest ROOTS = new StatisticsRequest(false, Incidents.ROOT, null);

  private static List<ActivityStatistics> of(
      ProcessDefinition definition, StatisticsRequest request) {
    return engine.management().activityStatistics(definition.id(), request);
  }

  private static ProcessDefinitionStatistics inAll(
      ProcessDefinition definition, StatisticsRequest request) {
    return engine.management().processDefinitionStatistics(request).stream()
        .filter(statistics -> statistics.definition().id().equals(definition.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void startSome(ProcessDefinition definition, int count) {
    for (int i = 0; i < count; i++) {
      engine.runtime().startProcessInstance(definition.id(), null, Map.of());
    }
  }

  /** start --> inside (work (external) --> talk (user)), three times. */
  @Test
  void tokens_are_counted_where_they_are_and_not_in_the_scopes_around() {
    ProcessDefinition definition =
        engine.deploy(
            process(
                Sketch.start("start"),
                subProcess(
                    "inside",
                    Sketch.start("begin"),
                    external("work"),
                    user("talk"),
                    path("begin", "work", "talk")),
                path("start", "inside")));
    startSome(definition, 3);
    alice.completes(alice.fetches("work").get(0));

    assertThat(of(definition, StatisticsRequest.INSTANCES))
        .containsExactly(
            new ActivityStatistics("talk", 1, 0, List.of()),
            new ActivityStatistics("work", 2, 0, List.of()));
    assertThat(inAll(definition, StatisticsRequest.INSTANCES).instances()).isEqualTo(3);
  }

  /** start --> work (external, a job before it), twice. */
  @Test
  void failed_jobs_and_incidents_are_counted_if_they_are_asked_for() {
    ProcessDefinition definition =
        engine.deploy(
            process(Sketch.start("start"), asyncBefore(external("work")), path("start", "work")));
    startSome(definition, 2);
    Job failing = engine.management().jobs(ListQuery.all()).get(0);
    engine.management().setJobRetries(failing.id(), 0);
    engine.runDueJobs();
    alice.fails(alice.fetchesOne("work"), 0, Duration.ZERO);

    IncidentStatistics job = new IncidentStatistics("failedJob", 1);
    IncidentStatistics task = new IncidentStatistics("failedExternalTask", 1);
    assertThat(of(definition, EVERYTHING))
        .singleElement()
        .satisfies(
            work -> {
              assertThat(work.instances()).isEqualTo(2);
              assertThat(work.failedJobs()).isEqualTo(1);
              assertThat(work.incidents()).containsExactlyInAnyOrder(job, task);
            });
    assertThat(of(definition, new StatisticsRequest(false, Incidents.OF_TYPE, "failedJob")))
        .containsExactly(new ActivityStatistics("work", 2, 0, List.of(job)));
    assertThat(of(definition, StatisticsRequest.INSTANCES))
        .containsExactly(new ActivityStatistics("work", 2, 0, List.of()));
    ProcessDefinitionStatistics all = inAll(definition, EVERYTHING);
    assertThat(all.failedJobs()).isEqualTo(1);
    assertThat(all.incidents()).containsExactlyInAnyOrder(job, task);
  }

  /** start --> call (start --> work (external)). */
  @Test
  void a_caller_has_the_incidents_of_what_it_has_called_but_not_as_roots() {
    ProcessDefinition called =
        engine.deploy(
            document(
                processOf(
                    "called", Sketch.start("start"), external("work"), path("start", "work"))));
    ProcessDefinition caller =
        engine.deploy(
            process(Sketch.start("start"), call("call", "called"), path("start", "call")));
    startSome(caller, 1);
    alice.fails(alice.fetchesOne("work"), 0, Duration.ZERO);

    assertThat(of(caller, EVERYTHING))
        .containsExactly(
            new ActivityStatistics(
                "call", 1, 0, List.of(new IncidentStatistics("failedExternalTask", 1))));
    assertThat(inAll(caller, ROOTS).incidents()).isEmpty();
    assertThat(inAll(called, ROOTS).incidents()).hasSize(1);
  }

  @Test
  void a_definition_without_instances_is_listed_and_has_none() {
    ProcessDefinition definition =
        engine.deploy(process(Sketch.start("start"), external("work"), path("start", "work")));

    assertThat(of(definition, EVERYTHING)).isEmpty();
    assertThat(inAll(definition, EVERYTHING))
        .isEqualTo(new ProcessDefinitionStatistics(definition, 0, 0, List.of()));
  }

  @Test
  void there_are_no_statistics_of_what_is_not_there() {
    assertThatThrownBy(() -> engine.management().activityStatistics("unknown", EVERYTHING))
        .isInstanceOf(NotFoundException.class);
  }
}
