package dev.outwork.engine.job;

import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jobs of a node with asyncAfter that several flows leave (docs/rest-api.md, "Jobs"). */
class FlowJobsTest extends SharedEngineTest {

  /** start --> fork (asyncAfter) --> choose --[yes]--> a (external), fork --> b (external). */
  private static ProcessInstance forked() {
    engine.deploy(
        process(
            Sketch.start("start"),
            asyncAfter(fork("fork")),
            exclusive("choose"),
            external("a"),
            external("b"),
            path("start", "fork", "choose"),
            path("fork", "b"),
            when("${yes}", "choose", "a")));
    return engine.start("p");
  }

  private static void set(ProcessInstance instance, boolean yes) {
    engine.runtime().changeVariables(instance.id(), Map.of("yes", TypedValue.bool(yes)), List.of());
  }

  private static List<Job> jobs() {
    return engine.management().jobs(ListQuery.all());
  }

  private static List<HistoricActivityInstance> history(ProcessInstance instance) {
    return engine
        .history()
        .activityInstances(
            ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, instance.id()));
  }

  @Test
  void each_flow_has_a_job_with_retries_of_its_own() {
    ProcessInstance instance = forked();
    assertThat(jobs()).hasSize(2);

    engine.runDueJobs();

    assertThat(engine.waitsAt(instance)).containsExactly("b", "fork");
    assertThat(jobs())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.retries()).isEqualTo(2);
              assertThat(job.exceptionMessage()).contains("yes");
              assertThat(job.failedActivityId()).isEqualTo("fork");
            });

    set(instance, true);
    engine.clock().advance(Duration.ofMinutes(1));
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("a", "b");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void the_activity_has_ended_in_history_and_is_there_once() {
    ProcessInstance instance = forked();
    set(instance, true);

    assertThat(history(instance))
        .extracting(HistoricActivityInstance::activityId)
        .containsExactlyInAnyOrder("start", "fork");
    assertThat(history(instance)).allMatch(activity -> activity.endTime() != null);

    engine.runDueJobs();
    assertThat(history(instance))
        .extracting(HistoricActivityInstance::activityId)
        .containsExactlyInAnyOrder("start", "fork", "choose", "a", "b");
  }

  @Test
  void the_tree_shows_each_token_on_its_way_out_of_the_node() {
    ProcessInstance instance = forked();

    ActivityInstance tree = engine.runtime().activityInstances(instance.id());

    assertThat(tree.childActivityInstances()).isEmpty();
    assertThat(tree.childTransitionInstances())
        .extracting(TransitionInstance::activityId)
        .containsExactly("fork", "fork");
    assertThat(tree.childTransitionInstances())
        .extracting(TransitionInstance::executionId)
        .containsExactlyInAnyOrderElementsOf(jobs().stream().map(Job::executionId).toList());
  }

  @Test
  void they_rest_while_their_instance_is_suspended() {
    ProcessInstance instance = forked();
    set(instance, true);
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    assertThat(jobs()).hasSize(2).allMatch(Job::suspended);

    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("fork", "fork");

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("a", "b");
  }

  @Test
  void they_end_with_their_instance() {
    ProcessInstance instance = forked();

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(jobs()).isEmpty();
    assertThat(history(instance)).noneMatch(HistoricActivityInstance::canceled);
  }

  @Test
  void a_token_that_an_earlier_version_left_with_one_job_takes_all_flows_by_it() {
    ProcessInstance instance = forked();
    set(instance, true);
    leaveAsBefore(jobs());
    assertThat(engine.waitsAt(instance)).containsExactly("fork");

    engine.runDueJobs();

    assertThat(engine.waitsAt(instance)).containsExactly("a", "b");
    assertThat(engine.path(instance))
        .containsExactlyInAnyOrder("start", "fork", "choose", "a", "b");
    assertThat(jobs()).isEmpty();
  }

  /** One activity that has not ended, and one job, as it was before there were tokens on flows. */
  private static void leaveAsBefore(List<Job> jobs) {
    Job one = jobs.get(0);
    Rows.change(
        engine.database(),
        """
        delete from activity_instance
         where process_instance_id = ?
           and activity_id = 'fork'
           and id <> ?
        """,
        one.processInstanceId(),
        one.executionId());
    Rows.change(
        engine.database(),
        """
        update activity_instance
           set waits = 'AFTER',
               started_at = (select i.started_at
                               from process_instance i
                              where i.id = process_instance_id),
               flow_id = 'start-fork'
         where id = ?
        """,
        one.executionId());
    Rows.change(engine.database(), "delete from job where id = ?", jobs.get(1).id());
  }
}
