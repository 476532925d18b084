package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Instructions.cancelAll;
import static dev.outwork.engine.token.Instructions.startAfter;
import static dev.outwork.engine.token.Instructions.startBefore;
import static dev.outwork.engine.token.Instructions.take;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stands suspended does not move (docs/rest-api.md, "Suspension"). */
class SuspensionTest extends SharedEngineTest {
  private static ProcessInstance startSuspended(String... content) {
    String definitionId = engine.deploy(process(content)).id();
    ProcessInstance instance = engine.runtime().startProcessInstance(definitionId, null, Map.of());
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    return instance;
  }

  private static void activate(ProcessInstance instance) {
    engine.runtime().setProcessInstanceSuspended(instance.id(), false);
  }

  /** start --> work (external) --> end. */
  @Test
  void its_external_tasks_are_not_handed_out() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"), external("work"), end("end"), path("start", "work", "end"));
    assertThat(alice.fetches("work")).isEmpty();

    activate(instance);
    alice.does("work");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> late (timer) --> end. */
  @Test
  void its_timers_do_not_happen_before_it_is_active_again() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"),
            catching("late", timer("PT1H")),
            end("end"),
            path("start", "late", "end"));
    engine.clock().advance(Duration.ofHours(1));
    engine.runDueJobs();
    assertThat(engine.waitsAt(instance)).containsExactly("late");

    activate(instance);
    engine.runDueJobs();

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> work (external, a job before it) --> end. */
  @Test
  void its_jobs_do_not_enter_a_node() {
    ProcessInstance instance =
        startSuspended(Sketch.start("start"), asyncBefore(external("work")), path("start", "work"));
    engine.runDueJobs();
    assertThat(engine.path(instance)).containsExactly("start");
    assertThat(alice.fetches("work")).isEmpty();

    activate(instance);
    engine.runDueJobs();

    assertThat(alice.fetches("work")).hasSize(1);
  }

  /** start --> heard (signal) --> end. */
  @Test
  void a_suspended_instance_receives_no_signals() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"),
            catching("heard", signal("suspended-heard")),
            end("end"),
            path("start", "heard", "end"));

    engine.events().signalEventReceived("suspended-heard", TenantMatch.ANY, Map.of());
    assertThat(engine.waitsAt(instance)).containsExactly("heard");

    activate(instance);
    engine.events().signalEventReceived("suspended-heard", TenantMatch.ANY, Map.of());
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> talk (user) --> end. */
  @Test
  void its_user_tasks_cannot_be_completed() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"), user("talk"), end("end"), path("start", "talk", "end"));
    String task = engine.tasks().tasks(ListQuery.all()).get(0).id();

    assertThatThrownBy(() -> engine.tasks().complete(task, Map.of()))
        .isInstanceOf(SuspendedEntityInteractionException.class);

    activate(instance);
    engine.tasks().complete(task, Map.of());
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> work (external) --> end, of which some are running. */
  @Test
  void many_are_suspended_and_activated_at_once() throws Exception {
    String definitionId =
        engine
            .deploy(
                process(
                    Sketch.start("start"),
                    external("work"),
                    end("end"),
                    path("start", "work", "end")))
            .id();
    List<String> ids = startThree(definitionId);
    List<String> two = List.of(ids.get(2), ids.get(0), ids.get(0), "no-such-thing");

    setSuspended(two, true);
    assertThat(suspended()).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
    assertThat(alice.fetches("work")).hasSize(1);

    setSuspended(two, false);
    assertThat(suspended()).isEmpty();
    assertThat(alice.fetches("work")).hasSize(2);
  }

  /** start --> call (start --> work --> end) --> end. */
  @Test
  void a_called_instance_can_be_suspended_alone() throws Exception {
    engine.deploy(
        document(
            processOf("called", Sketch.start("start"), external("work"), path("start", "work"))));
    String definitionId =
        engine
            .deploy(process(Sketch.start("start"), call("call", "called"), path("start", "call")))
            .id();
    ProcessInstance caller = engine.runtime().startProcessInstance(definitionId, null, Map.of());
    String called =
        engine
            .runtime()
            .processInstances(
                ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                    .with(ProcessInstanceFilter.SUPER_PROCESS_INSTANCE, caller.id()))
            .get(0)
            .id();

    setSuspended(List.of(called), true);

    assertThat(suspended()).containsExactly(called);
    assertThat(alice.fetches("work")).isEmpty();
  }

  /** start --> work --> end; conditions: beside work, and of an event sub-process. */
  @Test
  void a_variable_does_not_wake_its_conditions() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"),
            external("work"),
            path("start", "work"),
            beside("changed", "work", condition("${x == 1}")),
            external("next"),
            path("changed", "next"),
            eventSubProcess(
                "rule",
                startBeside("broken", condition("${y == 1}")),
                external("other"),
                path("broken", "other")));

    assertRefused(() -> set(instance, "x", 1));
    assertRefused(() -> set(instance, "y", 1));
    set(instance, "z", 1);

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(engine.runtime().variables(instance.id())).containsOnlyKeys("z");
    activate(instance);
    set(instance, "x", 1);
    assertThat(engine.waitsAt(instance)).containsExactly("next", "work");
  }

  private static void set(ProcessInstance instance, String name, Object value) {
    engine
        .runtime()
        .changeVariables(instance.id(), Map.of(name, TypedValue.untyped(value)), List.of());
  }

  /** start --> fork --> work, fork --> talk --> sub (inner) --> soon (a job before it). */
  @Test
  void a_modification_takes_away_but_begins_nothing() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"),
            fork("fork"),
            external("work"),
            user("talk"),
            subProcess("sub", Sketch.start("s"), external("inner"), path("s", "inner")),
            asyncBefore(external("soon")),
            path("start", "fork", "work"),
            path("fork", "talk", "sub", "soon"));

    assertRefused(() -> modify(instance, startBefore("work")));
    assertRefused(() -> modify(instance, startAfter("talk")));
    assertRefused(() -> modify(instance, startBefore("inner")));
    assertRefused(() -> modify(instance, take("sub-soon")));
    assertRefused(() -> modify(instance, cancelAll("work"), startBefore("talk")));
    modify(instance, cancelAll("work"));

    assertThat(engine.waitsAt(instance)).containsExactly("talk");
  }

  /** start --> work --> soon (a job before it). */
  @Test
  void a_job_created_by_a_modification_waits_for_the_activation() {
    ProcessInstance instance =
        startSuspended(
            Sketch.start("start"),
            external("work"),
            asyncBefore(external("soon")),
            path("start", "work", "soon"));

    modify(instance, startBefore("soon"));
    engine.runDueJobs();
    assertThat(alice.fetches("soon")).isEmpty();

    activate(instance);
    engine.runDueJobs();
    assertThat(alice.fetches("soon")).hasSize(1);
  }

  private static void modify(ProcessInstance instance, ModificationInstruction... instructions) {
    engine.runtime().modifyProcessInstance(instance.id(), List.of(instructions), false);
  }

  private static void assertRefused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(SuspendedEntityInteractionException.class);
  }

  @Test
  void the_schema_suspends_what_an_earlier_version_let_begin() throws IOException {
    ProcessInstance suspended =
        startSuspended(Sketch.start("start"), external("work"), path("start", "work"));
    ProcessInstance active = engine.start("p");
    Rows.change(engine.database(), "update external_task set state = 'OPEN'");

    Rows.change(engine.database(), migration());

    assertThat(alice.fetches("work"))
        .extracting(fetched -> fetched.task().processInstanceId())
        .containsExactly(active.id());
    activate(suspended);
    assertThat(alice.fetches("work")).hasSize(1);
  }

  private String migration() throws IOException {
    String name =
        "db/migration/%s/V11__tasks_of_suspended_instances.sql"
            .formatted(database.name().toLowerCase(Locale.ROOT));
    try (InputStream script = getClass().getClassLoader().getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> startThree(String definitionId) {
    return IntStream.range(0, 3)
        .mapToObj(n -> engine.runtime().startProcessInstance(definitionId, null, Map.of()).id())
        .toList();
  }

  private static void setSuspended(List<String> ids, boolean suspended) throws Exception {
    engine.inTransaction(
        () -> {
          engine.bean(Suspension.class).setSuspended(ids, suspended);
          return null;
        });
  }

  private static List<String> suspended() {
    return engine
        .runtime()
        .processInstances(
            ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                .with(ProcessInstanceFilter.SUSPENDED, true))
        .stream()
        .map(ProcessInstance::id)
        .toList();
  }
}
