package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.activity;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.topic;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of work of activities (BPMN 2.0, chapter 10.3). */
class ActivitiesTest extends StageTest {
  /** start --> work (external) --> end. */
  @ParameterizedTest
  @ValueSource(strings = {"serviceTask", "sendTask", "businessRuleTask"})
  void a_task_for_workers_waits_for_one(String kind) {
    play(
        start("start"),
        activity(kind, "work", topic("work")),
        end("end"),
        path("start", "work", "end"));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.complete("work", Map.of("result", TypedValue.integer(1)));

    assertThat(stage.path()).containsExactly("start", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.value("result")).isEqualTo(1);
  }

  /** start --> work --> end. */
  @ParameterizedTest
  @ValueSource(strings = {"manualTask", "task"})
  void a_task_of_which_the_engine_knows_nothing_is_passed(String kind) {
    play(start("start"), activity(kind, "work", ""), end("end"), path("start", "work", "end"));

    assertThat(stage.path()).containsExactly("start", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> talk (user) --> end. */
  @Test
  void a_user_task_waits_for_a_person() {
    play(start("start"), user("talk"), end("end"), path("start", "talk", "end"));
    assertThat(stage.waitsAt()).containsExactly("talk");

    stage.completeUserTask("talk", Map.of("answer", TypedValue.string("yes")));

    assertThat(stage.path()).containsExactly("start", "talk", "end");
    assertThat(stage.value("answer")).isEqualTo("yes");
  }

  /** start --> talk (user) --> end; talk --(NO)--> rescue (external). */
  @Test
  void an_error_from_a_user_task_is_caught_on_it() {
    play(
        start("start"),
        user("talk"),
        boundary("refused", "talk", error("NO")),
        external("rescue"),
        path("start", "talk"),
        path("refused", "rescue"));

    stage.raiseFromUserTask("talk", "NO");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("talk");
  }

  /** start --> outer [ begin --> inner [ open --> work (external) --> done ] --> over ] --> end. */
  @Test
  void a_sub_process_is_done_when_all_inside_is_done() {
    play(
        start("start"),
        subProcess(
            "outer",
            start("begin"),
            subProcess(
                "inner",
                start("open"),
                external("work"),
                end("done"),
                path("open", "work", "done")),
            end("over"),
            path("begin", "inner", "over")),
        end("end"),
        path("start", "outer", "end"));
    assertThat(stage.waitsAt()).containsExactly("inner", "outer", "work");

    stage.complete("work");

    assertThat(stage.path())
        .containsExactly("start", "outer", "begin", "inner", "open", "work", "done", "over", "end");
    assertThat(stage.hasEnded()).isTrue();
  }
}
