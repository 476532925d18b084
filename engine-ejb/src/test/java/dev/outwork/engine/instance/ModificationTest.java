package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.subProcess;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where an instance stands, seen as a tree and changed from outside (docs/rest-api.md,
 * "Modification").
 */
class ModificationTest extends SharedEngineTest {
  /**
   * start --> first (external) --> sub [begin --> inner (external) --> done] --> last (external).
   */
  private static final String STEPS =
      process(
          Sketch.start("start"),
          external("first"),
          subProcess(
              "sub",
              Sketch.start("begin"),
              external("inner"),
              end("done"),
              path("begin", "inner", "done")),
          external("last"),
          path("start", "first", "sub", "last"));

  @Test
  void a_token_is_taken_from_one_node_and_put_on_another() {
    ProcessInstance instance = startSteps();

    modify(instance, cancel("first"), before("last"));

    assertThat(engine.waitsAt(instance)).containsExactly("last");
    assertThat(alice.fetches("first")).isEmpty();
    alice.does("last");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_scope_that_is_not_there_is_begun_without_its_start_event() {
    ProcessInstance instance = startSteps();

    modify(instance, cancel("first"), before("inner"));

    assertThat(engine.waitsAt(instance)).containsExactly("inner", "sub");
    assertThat(engine.path(instance)).containsExactly("start", "first", "sub", "inner");
    alice.does("inner");
    assertThat(engine.waitsAt(instance)).containsExactly("last");
  }

  @Test
  void a_token_goes_on_after_a_node_and_along_a_flow() {
    ProcessInstance instance = startSteps();

    modify(
        instance,
        new ModificationInstruction(
            Type.START_AFTER_ACTIVITY, "sub", null, null, null, null, Map.of(), Map.of()),
        new ModificationInstruction(
            Type.START_TRANSITION, null, "begin-inner", null, null, null, Map.of(), Map.of()));

    assertThat(engine.waitsAt(instance)).containsExactly("first", "inner", "last", "sub");
  }

  @Test
  void an_instance_that_is_left_empty_has_ended() {
    ProcessInstance instance = startSteps();
    alice.does("first");

    modify(instance, cancel("inner"));

    assertThat(engine.state(instance)).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(engine.waitsAt(instance)).isEmpty();
  }

  @Test
  void a_missing_element_is_refused_and_nothing_has_changed() {
    ProcessInstance instance = startSteps();

    assertThatThrownBy(() -> modify(instance, cancel("first"), before("nowhere")))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> modify(instance, cancelOne("first:unheard-of")))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("unheard-of");
    assertThatThrownBy(
            () ->
                engine
                    .runtime()
                    .modifyProcessInstance("unheard-of", List.of(cancel("first")), false))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("ENGINE-13036");

    assertThat(engine.waitsAt(instance)).containsExactly("first");
  }

  /** start --> many (twice at once of: begin --> work (external)). */
  @Test
  void an_ambiguous_scope_requires_an_ancestor() {
    ProcessInstance instance =
        startInstance(
            process(
                Sketch.start("start"),
                subProcess(
                    "many",
                    parallel("2"),
                    Sketch.start("begin"),
                    external("work"),
                    path("begin", "work")),
                path("start", "many")));
    ActivityInstance body =
        engine.runtime().activityInstances(instance.id()).childActivityInstances().get(0);
    ActivityInstance one = body.childActivityInstances().get(0);

    assertThatThrownBy(() -> modify(instance, before("work")))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("ancestorActivityInstanceId");
    modify(
        instance,
        new ModificationInstruction(
            Type.START_BEFORE_ACTIVITY, "work", null, null, null, one.id(), Map.of(), Map.of()));

    assertThat(engine.waitsAt(instance).stream().filter("work"::equals)).hasSize(3);
  }

  @Test
  void an_instance_starts_where_the_instructions_say() {
    String definitionId = engine.deploy(STEPS).id();

    ProcessInstance instance =
        engine
            .runtime()
            .startProcessInstance(
                definitionId,
                "elsewhere",
                Map.of(),
                List.of(
                    new ModificationInstruction(
                        Type.START_BEFORE_ACTIVITY,
                        "inner",
                        null,
                        null,
                        null,
                        null,
                        Map.of("outside", TypedValue.integer(1)),
                        Map.of("inside", TypedValue.integer(2)))));

    assertThat(engine.waitsAt(instance)).containsExactly("inner", "sub");
    assertThat(engine.runtime().variables(instance.id())).containsOnlyKeys("outside");
    assertThat(alice.fetchesOne("inner").variables()).containsOnlyKeys("inside", "outside");
    assertThatThrownBy(
            () ->
                engine
                    .runtime()
                    .startProcessInstance(definitionId, null, Map.of(), List.of(cancel("first"))))
        .isInstanceOf(NotValidException.class);
  }

  /** start --> sub [begin --> work (behind a border)]. */
  @Test
  void the_tree_shows_scopes_and_tokens_that_wait_for_jobs() {
    ProcessInstance instance =
        startInstance(
            process(
                Sketch.start("start"),
                subProcess(
                    "sub",
                    Sketch.start("begin"),
                    asyncBefore(external("work")),
                    path("begin", "work")),
                path("start", "sub")));

    ActivityInstance tree = engine.runtime().activityInstances(instance.id());

    assertThat(tree.id()).isEqualTo(instance.id());
    assertThat(tree.parentActivityInstanceId()).isNull();
    ActivityInstance sub = tree.childActivityInstances().get(0);
    assertThat(sub.activityId()).isEqualTo("sub");
    assertThat(sub.activityType()).isEqualTo("subProcess");
    assertThat(sub.parentActivityInstanceId()).isEqualTo(instance.id());
    assertThat(sub.childActivityInstances()).isEmpty();
    assertThat(sub.childTransitionInstances())
        .singleElement()
        .satisfies(token -> assertThat(token.activityId()).isEqualTo("work"));
  }

  /** p: start --> call (q) --> end; q: begin --> work (external). */
  @Test
  void caller_and_called_instance_are_deleted_together() {
    ProcessInstance first = startCalling();
    ProcessInstance second = startCalling();

    engine.runtime().deleteProcessInstance(first.id(), "no longer needed");
    engine.runtime().deleteProcessInstance(calledBy(second).id(), "no longer needed");

    assertThat(engine.state(first)).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(engine.state(second)).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(alice.fetches("work")).isEmpty();
    assertThat(engine.runtime().countProcessInstances(ListQuery.all())).isZero();
  }

  private ProcessInstance startCalling() {
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of(
                "calls.bpmn",
                document(
                        processOf(
                            "p",
                            Sketch.start("start"),
                            call("call", "q"),
                            end("end"),
                            path("start", "call", "end")),
                        processOf(
                            "q", Sketch.start("begin"), external("work"), path("begin", "work")))
                    .getBytes(StandardCharsets.UTF_8)));
    return engine.start("p");
  }

  private static ProcessInstance calledBy(ProcessInstance caller) {
    return engine
        .runtime()
        .processInstances(
            ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                .with(ProcessInstanceFilter.SUPER_PROCESS_INSTANCE, caller.id()))
        .get(0);
  }

  private ProcessInstance startSteps() {
    return startInstance(STEPS);
  }

  private static ProcessInstance startInstance(String document) {
    String definitionId = engine.deploy(document).id();
    return engine.runtime().startProcessInstance(definitionId, null, Map.of());
  }

  private static void modify(ProcessInstance instance, ModificationInstruction... instructions) {
    engine.runtime().modifyProcessInstance(instance.id(), List.of(instructions), false);
  }

  private static ModificationInstruction cancel(String activityId) {
    return new ModificationInstruction(
        Type.CANCEL, activityId, null, null, null, null, Map.of(), Map.of());
  }

  private static ModificationInstruction cancelOne(String activityInstanceId) {
    return new ModificationInstruction(
        Type.CANCEL, null, null, activityInstanceId, null, null, Map.of(), Map.of());
  }

  private static ModificationInstruction before(String activityId) {
    return new ModificationInstruction(
        Type.START_BEFORE_ACTIVITY, activityId, null, null, null, null, Map.of(), Map.of());
  }
}
