package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.compensationOf;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.undoing;
import static dev.outwork.engine.token.Sketch.when;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Undoing what was completed (BPMN 2.0, chapter 10.7). */
class CompensationTest extends StageTest {
  /**
   * start --> book (external) --> pay (external) --> check (external) --> undo (compensation) -->
   * after (external); book is undone by cancel-book (external), pay by refund (external).
   */
  private void playBooking(String thrower) {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        external("pay"),
        undoing("pay", external("refund")),
        external("check"),
        thrower,
        external("after"),
        path("start", "book", "pay", "check", "undo", "after"));
  }

  @Test
  void all_that_was_completed_is_undone_and_the_event_waits_for_it() {
    playBooking(throwing("undo", compensation()));
    stage.complete("book");
    stage.complete("pay");

    stage.complete("check");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "refund", "undo");

    stage.complete("refund");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "undo");

    stage.complete("cancel-book");
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  @Test
  void the_last_completed_activity_is_compensated_first() {
    playBooking(throwing("undo", compensation()));
    stage.complete("book");
    stage.complete("pay");

    stage.complete("check");

    assertThat(stage.path())
        .containsExactly("start", "book", "pay", "check", "undo", "refund", "cancel-book");
  }

  @Test
  void only_one_activity_is_undone_if_the_event_names_it() {
    playBooking(throwing("undo", compensationOf("book")));
    stage.complete("book");
    stage.complete("pay");
    stage.complete("check");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "undo");

    stage.complete("cancel-book");

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> undo (compensation) --> end; book (external) is never done. */
  @Test
  void the_event_goes_on_if_there_is_nothing_to_undo() {
    play(
        start("start"),
        with("default", "which-undo", exclusive("which")),
        external("book"),
        undoing("book", external("cancel-book")),
        throwing("undo", compensation()),
        end("end"),
        when("${false}", "which", "book"),
        path("start", "which", "undo", "end"),
        path("book", "undo"));

    assertThat(stage.path()).containsExactly("start", "which", "undo", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external) --> undone (compensation end). */
  @Test
  void a_compensation_end_event_ends_when_all_is_undone() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        end("undone", compensation()),
        path("start", "book", "undone"));
    stage.complete("book");
    assertThat(stage.hasEnded()).isFalse();

    stage.complete("cancel-book");

    assertThat(stage.path()).containsExactly("start", "book", "undone", "cancel-book");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external) --> undo one (compensation) --> undo two (compensation) --> end. */
  @Test
  void nothing_is_undone_twice() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        throwing("undo-one", compensation()),
        throwing("undo-two", compensation()),
        end("end"),
        path("start", "book", "undo-one", "undo-two", "end"));
    stage.complete("book");

    stage.complete("cancel-book");

    assertThat(stage.path())
        .containsExactly("start", "book", "undo-one", "cancel-book", "undo-two", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external) --> rooms? --[more]--> book, rooms? --(default)--> undo. */
  @Test
  void an_activity_completed_twice_is_compensated_twice() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        with("default", "rooms-undo", exclusive("rooms")),
        throwing("undo", compensation()),
        path("start", "book", "rooms", "undo"),
        when("${more}", "rooms", "book"));
    stage.complete("book", Map.of("more", TypedValue.bool(true)));

    stage.complete("book", Map.of("more", TypedValue.bool(false)));

    assertThat(stage.waitsAt()).containsExactly("cancel-book", "cancel-book", "undo");
  }

  /**
   * start --> trip [ begin --> book (external, output room) --> pay (external) ] (input guest) -->
   * undo (compensation) --> end; book and pay are undone inside.
   */
  private void playTrip(String parameters, String book) {
    play(
        start("start"),
        subProcess(
            "trip",
            parameters,
            start("begin"),
            book,
            undoing("book", external("cancel-book")),
            external("pay"),
            undoing("pay", external("refund")),
            path("begin", "book", "pay")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "trip", "undo", "end"));
  }

  @Test
  void a_sub_process_is_undone_by_undoing_what_is_inside() {
    playTrip("", external("book"));
    stage.complete("book");
    stage.complete("pay");
    assertThat(stage.path())
        .containsExactly("start", "trip", "begin", "book", "pay", "undo", "refund", "cancel-book");

    stage.complete("refund");
    stage.complete("cancel-book");

    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_handler_sees_what_its_sub_process_knew() {
    playTrip(parameters(input("guest", "ann")), external("book"));
    stage.complete("book", Map.of("guest", TypedValue.string("bob")));

    stage.complete("pay");

    assertThat(stage.valueAt("cancel-book", "guest")).isEqualTo("bob");
    assertThat(stage.variable("guest")).isEmpty();
  }

  /**
   * start --> trip [ begin --> book (external) ] --> undo (compensation) --> end; trip is undone by
   * cancel-trip (external).
   */
  @Test
  void a_sub_process_with_a_handler_of_its_own_is_undone_by_that_alone() {
    play(
        start("start"),
        subProcess(
            "trip",
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            path("begin", "book")),
        undoing("trip", external("cancel-trip")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "trip", "undo", "end"));

    stage.complete("book");
    assertThat(stage.waitsAt()).containsExactly("cancel-trip", "undo");

    stage.complete("cancel-trip");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external, three at once) --> undo (compensation) --> end. */
  @Test
  void each_instance_of_a_multi_instance_activity_is_undone() {
    play(
        start("start"),
        external("book", parallel("3")),
        undoing("book", external("cancel-book")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "book", "undo", "end"));
    stage.complete("book");
    stage.complete("book");

    stage.complete("book");
    assertThat(stage.waitsAt())
        .containsExactly("cancel-book", "cancel-book", "cancel-book", "undo");

    stage.complete("cancel-book");
    stage.complete("cancel-book");
    stage.complete("cancel-book");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external) --> fail (external); on error: undo (compensation) --> over. */
  @Test
  void an_event_sub_process_undoes_what_was_done_in_the_scope_around_it() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        external("fail"),
        path("start", "book", "fail"),
        eventSubProcess(
            "handler",
            start("broken", error("BROKEN")),
            throwing("undo", compensation()),
            end("over"),
            path("broken", "undo", "over")));
    stage.complete("book");

    stage.raise("fail", "BROKEN");
    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("cancel-book");

    stage.complete("cancel-book");
    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.path())
        .containsExactly(
            "start", "book", "fail", "handler", "broken", "undo", "cancel-book", "over");
  }

  /**
   * trip[ in --> book (external) --> done; compensated: regret --> tell (external) --> END ] -->
   * check (external) --> undo (compensation) --> after (external); book is undone by cancel-book
   * (external).
   */
  private void playRegret(String end) {
    play(
        start("start"),
        subProcess(
            "trip",
            parameters(input("guest", "ann")),
            start("in"),
            external("book"),
            undoing("book", external("cancel-book")),
            end("done"),
            path("in", "book", "done"),
            eventSubProcess(
                "regret",
                start("regretted", compensation()),
                external("tell"),
                end,
                path("regretted", "tell", "told"))),
        external("check"),
        throwing("undo", compensation()),
        external("after"),
        path("start", "trip", "check", "undo", "after"));
    stage.complete("book");
  }

  @Test
  void a_sub_process_is_compensated_by_the_event_sub_process_inside_it() {
    playRegret(end("told"));
    assertThat(stage.waitsAt()).containsExactly("check");

    stage.complete("check");
    assertThat(stage.waitsAt()).containsExactly("regret", "tell", "undo");
    assertThat(stage.valueAt("tell", "guest")).isEqualTo("ann");

    stage.complete("tell");
    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.path()).doesNotContain("cancel-book");
  }

  @Test
  void such_an_event_sub_process_can_compensate_what_was_done_around_it() {
    playRegret(end("told", compensation()));
    stage.complete("check");

    stage.complete("tell");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "regret", "told", "undo");

    stage.complete("cancel-book");
    assertThat(stage.waitsAt()).containsExactly("after");
    stage.complete("after");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book (external) --> undo; book is undone by a sub-process of two tasks. */
  @Test
  void a_handler_may_be_a_sub_process() {
    play(
        start("start"),
        external("book"),
        undoing(
            "book",
            subProcess(
                "cancelling",
                start("begin"),
                external("ask"),
                external("tell"),
                path("begin", "ask", "tell"))),
        throwing("undo", compensation()),
        path("start", "book", "undo"));
    stage.complete("book");
    assertThat(stage.waitsAt()).containsExactly("ask", "cancelling", "undo");

    stage.complete("ask");
    stage.complete("tell");

    assertThat(stage.hasEnded()).isTrue();
  }
}
