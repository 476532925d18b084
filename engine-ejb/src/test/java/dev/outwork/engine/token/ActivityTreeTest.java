package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.firstOf;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.instance.ActivityInstance;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is under way, as a tree (docs/rest-api.md, "Activity instance tree"). */
class ActivityTreeTest extends StageTest {
  /** An activity with those inside, in few words: {@code sub(a b)}. */
  private static String drawn(ActivityInstance instance) {
    String inside =
        Stream.concat(
                instance.childActivityInstances().stream().map(ActivityTreeTest::drawn),
                instance.childTransitionInstances().stream()
                    .map(transition -> "->" + transition.activityId()))
            .sorted()
            .collect(Collectors.joining(" "));
    return inside.isEmpty() ? instance.activityId() : instance.activityId() + "(" + inside + ")";
  }

  /** start --> fork --> work (external), fork --> sub [ begin --> inner (user) ]. */
  @Test
  void the_tree_shows_the_nesting_of_scopes() {
    play(
        start("start"),
        fork("fork"),
        external("work"),
        subProcess("sub", start("begin"), user("inner"), path("begin", "inner")),
        path("start", "fork", "work"),
        path("fork", "sub"));

    ActivityInstance root = stage.tree();

    assertThat(drawn(root)).isEqualTo("p(sub(inner) work)");
    assertThat(root.activityType()).isEqualTo("processDefinition");
    assertThat(root.id()).isEqualTo(root.processInstanceId());
    assertThat(root.parentActivityInstanceId()).isNull();
  }

  /** start --> sub [ begin --> inner (external) ]. */
  @Test
  void each_activity_names_itself_and_what_it_is_in() {
    play(
        start("start"),
        subProcess("sub", start("begin"), external("inner"), path("begin", "inner")),
        path("start", "sub"));

    ActivityInstance root = stage.tree();
    ActivityInstance sub = root.childActivityInstances().get(0);
    ActivityInstance inner = sub.childActivityInstances().get(0);

    assertThat(sub.activityType()).isEqualTo("subProcess");
    assertThat(sub.parentActivityInstanceId()).isEqualTo(root.id());
    assertThat(inner.activityType()).isEqualTo("serviceTask");
    assertThat(inner.parentActivityInstanceId()).isEqualTo(sub.id());
    assertThat(inner.executionIds()).containsExactly(stage.openTasks().get(0).id());
    assertThat(inner.id()).isEqualTo("inner:" + stage.openTasks().get(0).id());
  }

  /** start --> work (external, twice at once). */
  @Test
  void the_instances_of_a_multi_instance_activity_are_in_its_body() {
    play(start("start"), external("work", parallel("2")), path("start", "work"));

    assertThat(drawn(stage.tree())).isEqualTo("p(work#multiInstanceBody(work work))");
    assertThat(stage.tree().childActivityInstances().get(0).activityType())
        .isEqualTo("multiInstanceBody");
  }

  /** start --> work (external, a job before it). */
  @Test
  void a_token_that_waits_for_a_job_is_a_transition() {
    play(start("start"), asyncBefore(external("work")), path("start", "work"));
    assertThat(drawn(stage.tree())).isEqualTo("p(->work)");

    stage.runJobs();

    assertThat(drawn(stage.tree())).isEqualTo("p(work)");
  }

  /** start --> work (external); handler [ happened (message, beside) --> care (external) ]. */
  @Test
  void an_event_sub_process_is_in_its_scope() {
    play(
        start("start"),
        external("work"),
        eventSubProcess(
            "handler",
            startBeside("happened", message("look-here")),
            external("care"),
            path("happened", "care")),
        path("start", "work"));

    stage.message("look-here");

    assertThat(drawn(stage.tree())).isEqualTo("p(handler(care) work)");
  }

  /** start --> call (calls inner: begin --> job). */
  @Test
  void a_called_process_has_a_tree_of_its_own() {
    stage.deploy(
        document(
            processOf("p", start("start"), call("call", "inner"), path("start", "call")),
            processOf("inner", start("begin"), external("job"), path("begin", "job"))));

    stage.start("p");

    assertThat(drawn(stage.tree())).isEqualTo("p(call)");
  }

  /** start --> wait (receive task) and gateway that waits. */
  @Test
  void everything_that_waits_is_shown() {
    play(
        start("start"),
        fork("fork"),
        receive("wait", "tree-wait"),
        firstOf("first"),
        catching("late", timer("P1D")),
        catching("soon", signal("tree-soon")),
        path("start", "fork", "wait"),
        path("fork", "first", "late"),
        path("first", "soon"));

    assertThat(drawn(stage.tree())).isEqualTo("p(first wait)");
  }
}
