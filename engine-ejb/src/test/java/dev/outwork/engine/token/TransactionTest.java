package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.cancel;
import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.transaction;
import static dev.outwork.engine.token.Sketch.undoing;
import static dev.outwork.engine.token.Sketch.when;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transactions and how they are cancelled (BPMN 2.0, chapters 10.3.5 and 10.7.2). */
class TransactionTest extends StageTest {
  /**
   * start --> deal [ begin --> fork --> book (external), fork --> pay (external), fork --> check
   * (external) --> off (cancel) ] --> after (external); deal --(cancelled)--> sorry (external);
   * book is undone by cancel-book (external), pay by refund (external).
   */
  private void playDeal() {
    play(
        start("start"),
        transaction(
            "deal",
            start("begin"),
            fork("fork"),
            external("book"),
            undoing("book", external("cancel-book")),
            external("pay"),
            undoing("pay", external("refund")),
            external("check"),
            with("default", "good-fine", exclusive("good")),
            end("fine"),
            end("off", cancel()),
            path("begin", "fork", "book"),
            path("fork", "pay"),
            path("fork", "check", "good", "fine"),
            when("${bad}", "good", "off")),
        boundary("cancelled", "deal", cancel()),
        external("sorry"),
        external("after"),
        path("start", "deal", "after"),
        path("cancelled", "sorry"));
  }

  @Test
  void a_transaction_that_is_not_cancelled_ends_like_a_sub_process() {
    playDeal();

    stage.complete("check", Map.of("bad", TypedValue.bool(false)));
    stage.complete("book");
    stage.complete("pay");

    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.canceled()).isEmpty();
  }

  @Test
  void compensation_completes_before_the_cancel_event_continues() {
    playDeal();
    stage.complete("book");

    stage.complete("check", Map.of("bad", TypedValue.bool(true)));
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "deal", "off");
    assertThat(stage.canceled()).as("what was not done yet").containsExactly("pay");

    stage.complete("cancel-book");
    assertThat(stage.waitsAt()).containsExactly("sorry");
    assertThat(stage.path())
        .containsExactly(
            "start",
            "deal",
            "begin",
            "fork",
            "book",
            "pay",
            "check",
            "good",
            "off",
            "cancel-book",
            "cancelled",
            "sorry");
  }

  @Test
  void a_transaction_with_nothing_to_undo_is_left_at_once() {
    playDeal();

    stage.complete("check", Map.of("bad", TypedValue.bool(true)));

    assertThat(stage.waitsAt()).containsExactly("sorry");
  }

  /** As above, but deal is undone later, by an event of the process. */
  @Test
  void a_transaction_can_be_undone_after_it_was_completed() {
    play(
        start("start"),
        transaction(
            "deal",
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            path("begin", "book")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "deal", "undo", "end"));
    stage.complete("book");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "undo");

    stage.complete("cancel-book");

    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> deal [ ... ] (twice at once), each with the cancel event. */
  @Test
  void each_of_several_transactions_is_cancelled_for_itself() {
    play(
        start("start"),
        subProcess(
            "both",
            parallel("2"),
            start("open"),
            transaction(
                "deal",
                start("begin"),
                external("check"),
                end("off", cancel()),
                path("begin", "check", "off")),
            boundary("cancelled", "deal", cancel()),
            external("sorry"),
            path("open", "deal"),
            path("cancelled", "sorry")),
        end("end"),
        path("start", "both", "end"));

    stage.complete("check");
    assertThat(stage.waitsAt())
        .containsExactly("both", "both", "both#multiInstanceBody", "check", "deal", "sorry");

    stage.complete("check");
    stage.complete("sorry");
    stage.complete("sorry");
    assertThat(stage.hasEnded()).isTrue();
  }
}
