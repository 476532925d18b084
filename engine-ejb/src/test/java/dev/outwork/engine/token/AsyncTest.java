package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.task;
import static dev.outwork.engine.token.Sketch.terminate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transaction borders before and after a node (docs/rest-api.md, "Transactions"). */
class AsyncTest extends StageTest {
  /** start --> work (external, a job before it) --> end. */
  @Test
  void a_job_enters_a_node() {
    play(start("start"), asyncBefore(external("work")), end("end"), path("start", "work", "end"));
    assertThat(stage.path()).containsExactly("start");
    assertThat(stage.waitsAt()).containsExactly("work");
    assertThat(stage.openTasks()).isEmpty();

    stage.runJobs();
    assertThat(stage.path()).containsExactly("start", "work");
    assertThat(stage.openTasks()).hasSize(1);

    stage.complete("work");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> work (external, a job after it, output seen) --> end. */
  @Test
  void a_job_leaves_a_node_when_its_work_and_its_outputs_are_done() {
    play(
        start("start"),
        asyncAfter(external("work", parameters(output("seen", "${result}")))),
        end("end"),
        path("start", "work", "end"));

    stage.complete("work", Map.of("result", TypedValue.string("good")));
    assertThat(stage.path()).containsExactly("start", "work");
    assertThat(stage.waitsAt()).containsExactly("work");
    assertThat(stage.value("seen")).isEqualTo("good");

    stage.runJobs();
    assertThat(stage.path()).containsExactly("start", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start (a job after it) --> a (jobs around) --> gateway (job before) --> end (job before). */
  @Test
  void borders_may_be_around_anything() {
    play(
        asyncAfter(start("start")),
        asyncBefore(asyncAfter(task("a"))),
        asyncBefore(fork("gateway")),
        asyncBefore(end("end")),
        path("start", "a", "gateway", "end"));
    assertThat(stage.path()).containsExactly("start");

    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "a", "gateway", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> fork --> a (external) --> join, fork --> b (external) --> join (job before) --> end.
   */
  @Test
  void a_join_waits_for_tokens_that_jobs_bring() {
    play(
        start("start"),
        fork("fork"),
        external("a"),
        external("b"),
        asyncBefore(fork("join")),
        end("end"),
        path("start", "fork", "a", "join", "end"),
        path("fork", "b", "join"));
    stage.complete("a");
    stage.complete("b");
    assertThat(stage.waitsAt()).containsExactly("join", "join");
    assertThat(stage.hasEnded()).isFalse();

    stage.runJobs();

    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> work (external, a job before it) --> end; work --(late)--> rescue (external). */
  @Test
  void events_on_a_node_do_not_happen_before_it_is_entered() {
    play(
        start("start"),
        asyncBefore(external("work")),
        boundary("late", "work", signal("stop-async")),
        external("rescue"),
        path("start", "work"),
        path("late", "rescue"));

    stage.signal("stop-async");
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.runJobs();
    stage.signal("stop-async");
    assertThat(stage.waitsAt()).containsExactly("rescue");
  }

  /** start --> work (external, a job after it) --> end; work --(late)--> rescue (external). */
  @Test
  void events_on_a_node_do_not_happen_once_its_work_is_done() {
    play(
        start("start"),
        asyncAfter(external("work")),
        boundary("late", "work", signal("stop-after")),
        external("rescue"),
        end("end"),
        path("start", "work", "end"),
        path("late", "rescue"));
    stage.complete("work");

    stage.signal("stop-after");
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.runJobs();
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> sub [ begin --> work (a job before it) ] --> end; sub --(stop)--> rescue. */
  @Test
  void a_token_that_waits_for_a_job_is_taken_away_as_if_it_had_never_been() {
    play(
        start("start"),
        subProcess("sub", start("begin"), asyncBefore(external("work")), path("begin", "work")),
        boundary("late", "sub", message("stop")),
        external("rescue"),
        path("start", "sub"),
        path("late", "rescue"));

    stage.message("stop");
    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "sub", "begin", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("sub");
  }

  /** start --> work (twice at once, a job before each) --> end. */
  @Test
  void a_job_may_enter_each_instance_of_a_multi_instance_activity() {
    play(
        start("start"),
        external(
            "work",
            "<multiInstanceLoopCharacteristics camunda:asyncBefore=\"true\">"
                + "<loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"),
        end("end"),
        path("start", "work", "end"));
    assertThat(stage.path()).containsExactly("start", "work#multiInstanceBody");

    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "work#multiInstanceBody", "work", "work");
    assertThat(stage.openTasks()).hasSize(2);
  }

  /** start --> work (twice at once, a job before all) --> end. */
  @Test
  void a_job_may_enter_a_multi_instance_activity_as_a_whole() {
    play(
        start("start"),
        asyncBefore(external("work", parallel("2"))),
        end("end"),
        path("start", "work", "end"));
    assertThat(stage.path()).containsExactly("start");

    stage.runJobs();

    assertThat(stage.openTasks()).hasSize(2);
  }

  /** start --> work (twice, one after the other, a job after each) --> end. */
  @Test
  void a_job_may_leave_each_instance_of_a_sequence() {
    play(
        start("start"),
        external(
            "work",
            "<multiInstanceLoopCharacteristics isSequential=\"true\" camunda:asyncAfter=\"true\">"
                + "<loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"),
        end("end"),
        path("start", "work", "end"));

    stage.complete("work");
    assertThat(stage.openTasks()).isEmpty();

    stage.runJobs();
    stage.complete("work");
    stage.runJobs();
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> call (calls inner, jobs around) --> end; inner: begin --> done. */
  @Test
  void jobs_may_stand_around_a_call() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                asyncBefore(asyncAfter(call("call", "inner"))),
                end("end"),
                path("start", "call", "end")),
            processOf("inner", asyncBefore(start("begin")), end("done"), path("begin", "done"))));
    stage.start("p");
    assertThat(stage.path()).containsExactly("start");

    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "call", "begin", "done", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> fork --> work (external) --> end, fork --> stop (terminate, a job before it). */
  @Test
  void an_end_event_may_be_entered_by_a_job() {
    play(
        start("start"),
        fork("fork"),
        external("work"),
        asyncBefore(end("stop", terminate())),
        path("start", "fork", "work"),
        path("fork", "stop"));
    assertThat(stage.waitsAt()).containsExactly("stop", "work");

    stage.runJobs();

    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.canceled()).containsExactly("work");
  }
}
