package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.cycle;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.undoing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Elements that meet in practice. */
class PairsTest extends StageTest {
  /**
   * start --> calls (three calls of q at once, error 'broken' on them --> mend (external)) --> end;
   * q is: begin --> work (external) --> done.
   */
  @Test
  void an_error_in_one_of_many_called_instances_takes_all_of_them_away() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("calls", "q", parallel("3")),
                boundary("broken", "calls", error("broken")),
                external("mend"),
                end("end"),
                path("start", "calls", "end"),
                path("broken", "mend")),
            processOf(
                "q",
                start("begin"),
                external("work"),
                end("done"),
                path("begin", "work", "done"))));
    stage.start("p");
    stage.complete("work");

    stage.raise("work", "broken");

    assertThat(stage.openTasks()).extracting(Stage.OpenTask::elementId).containsExactly("mend");
    assertThat(stage.waitsAt()).containsExactly("mend");
    assertThat(stage.canceled()).contains("calls", "calls#multiInstanceBody", "work");
  }

  /**
   * start --> sub [begin --> work (external) --> more (external) --> done] --> end; every ten
   * minutes, three times at the most, beside sub --> remind (external).
   */
  @Test
  void a_timer_beside_a_sub_process_reminds_until_the_work_inside_is_done() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("work"),
            external("more"),
            end("done"),
            path("begin", "work", "more", "done")),
        beside("late", "sub", cycle("R3/PT10M")),
        external("remind"),
        end("end"),
        path("start", "sub", "end"),
        path("late", "remind"));

    stage.advance(Duration.ofMinutes(11));
    assertThat(stage.waitsAt()).containsExactly("remind", "sub", "work");
    stage.complete("work");
    stage.advance(Duration.ofMinutes(10));
    assertThat(stage.waitsAt()).containsExactly("more", "remind", "remind", "sub");
    stage.complete("more");
    stage.advance(Duration.ofHours(1));

    assertThat(stage.waitsAt()).containsExactly("remind", "remind");
    stage.complete("remind");
    stage.complete("remind");
    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.canceled()).isEmpty();
  }

  /**
   * start --> both --> left (external), right (external); an event sub-process of the process
   * catches 'broken' --> mend (external).
   */
  @Test
  void an_error_takes_the_task_of_a_parallel_branch_away() {
    play(
        start("start"),
        fork("both"),
        external("left"),
        external("right"),
        eventSubProcess(
            "rescue", start("broken", error("broken")), external("mend"), path("broken", "mend")),
        path("start", "both", "left"),
        path("both", "right"));

    stage.raise("left", "broken");

    assertThat(stage.openTasks()).extracting(Stage.OpenTask::elementId).containsExactly("mend");
    assertThat(stage.canceled()).containsExactly("left", "right");
    stage.complete("mend");
    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.path())
        .containsExactly("start", "both", "left", "right", "rescue", "broken", "mend");
  }

  /**
   * start --> sub [begin --> book (external), undone by cancel-book (external) --> pay (external)
   * --> done] --> end; 'refused' on sub --> undo (compensation) --> end.
   */
  @Test
  void an_interrupted_sub_process_is_not_compensated() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            external("pay"),
            end("done"),
            path("begin", "book", "pay", "done")),
        boundary("refused", "sub", error("refused")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "sub", "end"),
        path("refused", "undo", "end"));
    stage.complete("book");

    stage.raise("pay", "refused");

    // Only what was completed can be undone, and the sub-process was not (BPMN 2.0, chapter
    // 13.5.5).
    assertThat(stage.path())
        .containsExactly("start", "sub", "begin", "book", "pay", "refused", "undo", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> many (three at once of: begin --> a (external) --> b (external) --> done) --> end.
   */
  @Test
  void each_sub_process_of_many_goes_its_own_way() {
    play(
        start("start"),
        subProcess(
            "many",
            parallel("3"),
            start("begin"),
            external("a"),
            external("b"),
            end("done"),
            path("begin", "a", "b", "done")),
        end("end"),
        path("start", "many", "end"));

    stage.complete("a");
    stage.complete("b");
    stage.complete("a");

    assertThat(stage.waitsAt()).containsExactly("a", "b", "many", "many", "many#multiInstanceBody");
    stage.complete("b");
    stage.complete("a");
    stage.complete("b");
    assertThat(stage.hasEnded()).isTrue();
  }
}
