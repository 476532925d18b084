package dev.outwork.engine.token;

import static dev.outwork.engine.token.Instructions.cancelAll;
import static dev.outwork.engine.token.Instructions.cancelOne;
import static dev.outwork.engine.token.Instructions.startAfter;
import static dev.outwork.engine.token.Instructions.startBefore;
import static dev.outwork.engine.token.Instructions.take;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.loop;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.sequential;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NotValidException;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Multi-instance activities that a modification starts, extends and cancels. */
class MultiInstanceModificationTest extends StageTest {
  /** start --> first (external) --> many (external, several times) --> after (external). */
  private static String many(String loop) {
    return String.join(
        "",
        start("start"),
        external("first"),
        external("many", loop),
        external("after"),
        path("start", "first", "many", "after"));
  }

  /** start --> first --> sub (several times: begin --> one --> two) --> after. */
  private static String subs(String loop) {
    return String.join(
        "",
        start("start"),
        external("first"),
        subProcess(
            "sub",
            loop,
            start("begin"),
            external("one"),
            external("two"),
            path("begin", "one", "two")),
        external("after"),
        path("start", "first", "sub", "after"));
  }

  private void playTo(String content, String... completed) {
    play(content);
    for (String task : completed) {
      stage.complete(task);
    }
  }

  /** The running activities, each scope with its contents, in alphabetical order. */
  private String tree() {
    return tree(stage.tree());
  }

  private static String tree(ActivityInstance activity) {
    return Stream.concat(
            activity.childActivityInstances().stream()
                .map(
                    child ->
                        child.childActivityInstances().isEmpty()
                                && child.childTransitionInstances().isEmpty()
                            ? child.activityId()
                            : child.activityId() + "(" + tree(child) + ")"),
            activity.childTransitionInstances().stream().map(child -> "~" + child.activityId()))
        .map(text -> text.replace("#multiInstanceBody", "#"))
        .sorted()
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  private String idOf(String activityId) {
    return all(stage.tree()).stream()
        .filter(activity -> activity.activityId().equals(activityId))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<ActivityInstance> all(ActivityInstance activity) {
    List<ActivityInstance> all = new ArrayList<>(List.of(activity));
    activity.childActivityInstances().forEach(child -> all.addAll(all(child)));
    return all;
  }

  /** Of each task at an element: loopCounter of nrOfInstances, nrOfActiveInstances. */
  private List<String> counts(String elementId) {
    return stage.openTasks().stream()
        .filter(task -> task.elementId().equals(elementId))
        .map(Stage.OpenTask::variables)
        .map(
            seen ->
                "%s of %s, %s"
                    .formatted(
                        seen.get("loopCounter").value(),
                        seen.get("nrOfInstances").value(),
                        seen.get("nrOfActiveInstances").value()))
        .sorted()
        .toList();
  }

  private void assertRefused(String reason, ModificationInstruction... instructions) {
    assertThatThrownBy(() -> stage.modify(instructions))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void an_instance_is_added_to_the_existing_multi_instance_body() {
    playTo(many(parallel("2")), "first");

    stage.modify(startBefore("many"));

    assertThat(tree()).isEqualTo("many#(many many many)");
    assertThat(counts("many")).containsExactly("0 of 3, 3", "1 of 3, 3", "2 of 3, 3");
    stage.complete("many");
    assertThat(counts("many")).containsExactly("1 of 3, 2", "2 of 3, 2");
    stage.complete("many");
    stage.complete("many");
    assertThat(tree()).isEqualTo("after");
  }

  @Test
  void the_body_may_be_named_as_the_ancestor() {
    playTo(many(parallel("2")), "first");
    String body = idOf("many#multiInstanceBody");

    stage.modify(startBefore("many", body), startBefore("many", body));

    assertThat(tree()).isEqualTo("many#(many many many many)");
    assertThat(counts("many")).containsExactly("0 of 4, 4", "1 of 4, 4", "2 of 4, 4", "3 of 4, 4");
  }

  @Test
  void a_body_begins_with_one_instance_where_there_is_none() {
    for (String loop : List.of(parallel("2"), sequential("2"))) {
      playTo(many(loop));

      stage.modify(cancelAll("first"), startBefore("many"));

      assertThat(tree()).isEqualTo("many#(many)");
      assertThat(counts("many")).containsExactly("0 of 1, 1");
      stage.complete("many");
      assertThat(tree()).isEqualTo("after");
      stage.complete("after");
    }
  }

  @Test
  void several_instructions_fill_the_body_that_the_first_of_them_begins() {
    playTo(many(parallel("2")));

    stage.modify(startBefore("many"), startBefore("many"), cancelAll("first"));
    assertThat(counts("many")).containsExactly("0 of 2, 2", "1 of 2, 2");

    stage.modify(cancelAll("many"), startBefore("many#multiInstanceBody"), startBefore("many"));
    assertThat(counts("many")).containsExactly("0 of 3, 3", "1 of 3, 3", "2 of 3, 3");
  }

  @Test
  void below_the_instance_a_second_body_begins() {
    playTo(many(sequential("2")), "first");

    stage.modify(startBefore("many", stage.tree().id()));

    assertThat(tree()).isEqualTo("many#(many) many#(many)");
    assertThat(counts("many")).containsExactly("0 of 1, 1", "0 of 2, 1");
    assertRefused("ambiguous", startBefore("many"));
  }

  @Test
  void a_sequential_body_takes_no_second_instance() {
    playTo(many(sequential("2")), "first");
    String reason =
        "Concurrent instantiation not possible for activities in scope many#multiInstanceBody";

    assertRefused(reason, startBefore("many"));
    assertRefused(reason, startBefore("many", idOf("many#multiInstanceBody")));
    assertRefused(
        reason, cancelAll("many"), startBefore("many#multiInstanceBody"), startBefore("many"));
    assertThat(counts("many")).containsExactly("0 of 2, 1");

    stage.modify(cancelAll("many"), startBefore("many"));
    assertThat(counts("many")).containsExactly("0 of 1, 1");
  }

  @Test
  void a_whole_body_begins_by_its_own_name_and_by_a_flow() {
    playTo(many(parallel("2")));

    stage.modify(startBefore("many#multiInstanceBody"), take("first-many"), cancelAll("first"));

    assertThat(tree()).isEqualTo("many#(many many) many#(many many)");
  }

  @Test
  void asyncAfter_of_the_body_comes_after_all_instances() {
    playTo(many(parallel("2")));

    assertRefused("Activity 'many' has 0 outgoing sequence flows", startAfter("many"));
    stage.modify(startAfter("many#multiInstanceBody"), cancelAll("first"));

    assertThat(tree()).isEqualTo("after");
  }

  @Test
  void an_ancestor_has_to_be_around_what_is_started() {
    playTo(many(parallel("2")), "first");

    assertRefused("parent hierarchy", startBefore("many", idOf("many")));
    assertRefused(
        "parent hierarchy", startBefore("many#multiInstanceBody", idOf("many#multiInstanceBody")));
    assertRefused("does not exist", startBefore("many", "many#multiInstanceBody:unheard-of"));
  }

  @Test
  void an_instance_that_is_taken_away_is_no_longer_active() {
    playTo(many(parallel("3")), "first");

    stage.modify(cancelOne(idOf("many")));
    assertThat(counts("many")).hasSize(2).allMatch(count -> count.endsWith(" of 3, 2"));
    stage.complete("many");
    assertThat(counts("many")).singleElement().asString().endsWith(" of 3, 1");

    stage.modify(startBefore("many"));
    assertThat(counts("many")).hasSize(2).contains("3 of 4, 2");
    stage.complete("many");
    stage.complete("many");
    assertThat(tree()).isEqualTo("after");
  }

  @Test
  void cancelling_the_last_instance_cancels_the_body() {
    playTo(many(parallel("2")), "first");

    stage.modify(cancelAll("many"), startBefore("many"));

    assertThat(counts("many")).containsExactly("0 of 1, 1");
  }

  @Test
  void the_completion_condition_sees_how_many_are_active() {
    playTo(
        many(
            loop("", "<loopCardinality>3</loopCardinality>", until("${nrOfActiveInstances == 1}"))),
        "first");

    stage.modify(cancelOne(idOf("many")));
    stage.complete("many");

    assertThat(tree()).isEqualTo("after");
  }

  @Test
  void local_variables_go_to_the_instance_that_is_added() {
    playTo(many(parallel("1")), "first");

    stage.modify(
        startBefore(
            "many",
            Map.of("everywhere", TypedValue.integer(1)),
            Map.of("item", TypedValue.string("extra"), "loopCounter", TypedValue.integer(17))));

    assertThat(counts("many")).containsExactly("0 of 2, 2", "17 of 2, 2");
    assertThat(stage.openTasks().get(0).variables())
        .containsKey("everywhere")
        .doesNotContainKey("item");
    assertThat(stage.openTasks().get(1).variables()).containsKeys("everywhere", "item");
  }

  @Test
  void an_asynchronous_continuation_of_the_body_is_not_crossed_again_and_one_of_an_instance_is() {
    playTo(many(parallel("2")).replace("<serviceTask id=\"many\"", asyncTask("many")), "first");

    stage.modify(startBefore("many"));
    assertThat(tree()).isEqualTo("many#(many) ~many#");
    stage.runJobs();
    assertThat(tree()).isEqualTo("many#(many many) many#(many)");
  }

  private static String asyncTask(String id) {
    return asyncBefore("<serviceTask id=\"%s\"".formatted(id));
  }

  @Test
  void an_asynchronous_continuation_of_the_instances_holds_for_one_that_is_added() {
    playTo(many(loop("camunda:asyncBefore=\"true\"", "<loopCardinality>2</loopCardinality>")));

    stage.modify(startBefore("many"), startBefore("many"), cancelAll("first"));
    assertThat(tree()).isEqualTo("many#(~many ~many)");
    stage.runJobs();

    assertThat(counts("many")).containsExactly("0 of 2, 2", "1 of 2, 2");
  }

  @Test
  void a_node_in_a_sub_process_is_started_in_the_one_that_is_reported() {
    playTo(subs(parallel("2")), "first");

    assertRefused("ambiguous", startBefore("two"));
    stage.modify(startBefore("two", idOf("sub")));
    assertThat(tree()).isEqualTo("sub#(sub(one two) sub(one))");

    stage.modify(startBefore("two", idOf("sub#multiInstanceBody")));
    assertThat(tree()).isEqualTo("sub#(sub(one two) sub(one) sub(two))");
    assertThat(counts("two")).containsExactlyInAnyOrder("0 of 3, 3", "2 of 3, 3");

    stage.modify(startBefore("two", stage.tree().id()));
    assertThat(tree()).isEqualTo("sub#(sub(one two) sub(one) sub(two)) sub#(sub(two))");
  }

  @Test
  void a_sub_process_is_added_as_a_task_is() {
    playTo(subs(parallel("2")), "first");

    stage.modify(startBefore("sub"), startAfter("one", idOf("sub#multiInstanceBody")));

    assertThat(tree()).isEqualTo("sub#(sub(one) sub(one) sub(one) sub(two))");
    assertThat(counts("two")).containsExactly("3 of 4, 4");
  }

  @Test
  void a_sequential_sub_process_takes_nodes_but_no_second_instance() {
    playTo(subs(sequential("2")), "first");

    assertRefused("Concurrent instantiation not possible", startBefore("sub"));
    assertRefused(
        "Concurrent instantiation not possible", startBefore("two", idOf("sub#multiInstanceBody")));
    stage.modify(startBefore("two"));

    assertThat(tree()).isEqualTo("sub#(sub(one two))");
  }

  @Test
  void an_instance_starts_inside_a_body() {
    stage.deploy(process(subs(parallel("2"))));

    stage.startWith("p", startBefore("two"), startBefore("two"));
    assertThat(tree()).isEqualTo("sub#(sub(two two))");
    assertThat(counts("two")).containsExactly("0 of 1, 1", "0 of 1, 1");

    stage.startWith("p", startBefore("sub"), startBefore("sub"));
    assertThat(tree()).isEqualTo("sub#(sub(one) sub(one))");

    stage.startWith("p", startBefore("sub#multiInstanceBody"), startBefore("sub"));
    assertThat(tree()).isEqualTo("sub#(sub(one) sub(one) sub(one))");
  }

  /** A body in a body. */
  @Test
  void nested_bodies_begin_one_in_the_other() {
    String nested = subs(parallel("2")).replace("topic=\"one\">", "topic=\"one\">" + parallel("2"));
    playTo(nested);

    stage.modify(startBefore("one"), cancelAll("first"));
    assertThat(tree()).isEqualTo("sub#(sub(one#(one)))");
    stage.modify(
        startBefore("one", idOf("sub")), startBefore("one", idOf("one#multiInstanceBody")));

    assertThat(tree()).isEqualTo("sub#(sub(one#(one one) one#(one)))");
    stage.modify(startBefore("one", idOf("sub#multiInstanceBody")));
    assertThat(tree()).isEqualTo("sub#(sub(one#(one one) one#(one)) sub(one#(one)))");
  }

  @Test
  void a_scope_that_is_left_empty_is_gone_for_the_next_instruction() {
    playTo(subs(""), "first");
    String sub = idOf("sub");

    assertRefused("does not exist", cancelAll("one"), startBefore("two", sub));
    stage.modify(cancelAll("one"), startBefore("two"));

    assertThat(tree()).isEqualTo("sub(two)");
    assertThat(idOf("sub")).isNotEqualTo(sub);
  }
}
