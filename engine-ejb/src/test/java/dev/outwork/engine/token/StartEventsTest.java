package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a process begins (BPMN 2.0, chapter 10.5.2). */
class StartEventsTest extends StageTest {
  /** start --> work (external) --> end. */
  @Test
  void a_process_begins_at_its_none_start_event() {
    play(start("start"), external("work"), end("end"), path("start", "work", "end"));

    stage.complete("work");

    assertThat(stage.path()).containsExactly("start", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** ordered (message) --> work (external) --> end. */
  @Test
  void a_message_begins_a_process_at_its_message_start_event() {
    stage.deploy(
        process(
            start("ordered", message("order")),
            external("work"),
            end("end"),
            path("ordered", "work", "end")));

    stage.message("order");

    assertThat(stage.path()).containsExactly("ordered", "work");
    assertThat(stage.waitsAt()).containsExactly("work");
  }

  /** alarmed (signal) --> work (external) --> end. */
  @Test
  void a_signal_begins_a_process_at_its_signal_start_event() {
    stage.deploy(
        process(
            start("alarmed", signal("alarm")),
            external("work"),
            end("end"),
            path("alarmed", "work", "end")));

    stage.signal("alarm");

    assertThat(stage.path()).containsExactly("alarmed", "work");
    assertThat(stage.waitsAt()).containsExactly("work");
  }

  /** start --> by hand (external) --> end; ordered (message) --> by mail (external) --> end. */
  @Test
  void a_start_selects_one_of_several_start_events() {
    stage.deploy(
        process(
            start("start"),
            external("by-hand"),
            start("ordered", message("mail-order")),
            external("by-mail"),
            end("end"),
            path("start", "by-hand", "end"),
            path("ordered", "by-mail", "end")));

    stage.message("mail-order");

    assertThat(stage.path()).containsExactly("ordered", "by-mail");

    stage.complete("by-mail");

    assertThat(stage.hasEnded()).isTrue();
  }
}
