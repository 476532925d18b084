package dev.outwork.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.together.OwnOutcome;
import dev.outwork.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Starts of several callers in one transaction: each has the outcome that it has alone. */
class StartTransactionTest extends SharedEngineTest {
  private final StartTransaction transaction = engine.bean(StartTransaction.class);

  @Test
  void each_caller_has_its_own_outcome_and_all_instances_are_of_one_transaction() {
    String id = engine.deploy(choice("choice")).id();
    String suspended = engine.deploy(choice("asleep")).id();
    engine.repository().setProcessDefinitionSuspended(suspended, true, false, null);
    List<Start> starts =
        List.of(
            byKey("choice", "a", true),
            byId(id, "b", true),
            byKey("choice", "stuck", false),
            byId(suspended, "c", true),
            byId("unknown", "d", true),
            byKey("unknown", "e", true),
            byKey("choice", "f", true));

    List<OwnOutcome<Optional<ProcessInstance>>> outcomes = transaction.start(starts);

    assertThat(outcomes).hasSize(7);
    for (int refused : List.of(2, 3, 4)) {
      Throwable alone = catchThrowable(() -> transaction.start(starts.get(refused)));
      assertThat(outcomes.get(refused).failure())
          .hasSameClassAs(alone)
          .hasMessage(alone.getMessage());
    }
    assertThat(outcomes.get(5).get()).isEmpty();
    List<ProcessInstance> started =
        List.of(0, 1, 6).stream().map(i -> outcomes.get(i).get().orElseThrow()).toList();
    assertThat(started).extracting(ProcessInstance::businessKey).containsExactly("a", "b", "f");
    assertThat(started).allSatisfy(one -> assertThat(engine.waitsAt(one)).containsExactly("after"));
    assertThat(alice.fetches("after"))
        .hasSize(3)
        .allSatisfy(task -> assertThat(task.variables()).containsKey("known"));
    if (database == TestDatabase.POSTGRESQL) {
      assertThat(
              Rows.count(
                  engine.database(),
                  "select count(distinct xmin::text) from process_instance where id = any(?)",
                  (Object) started.stream().map(ProcessInstance::id).toArray(String[]::new)))
          .isEqualTo(1);
    }
  }

  @Test
  void each_instance_is_of_the_user_who_has_called_for_it() {
    engine.deploy(
        Bpmn.createExecutableProcess("mine")
            .startEvent()
            .operatonInitiator("starter")
            .serviceTask("after")
            .operatonExternalTask("after")
            .endEvent()
            .done());
    List<Start> starts = List.of(by("ann"), by("ben"), by(null));
    AuthenticatedUser.set("the one who leads");
    try {
      transaction.start(starts);
      assertThat(AuthenticatedUser.name()).contains("the one who leads");
    } finally {
      AuthenticatedUser.clear();
    }

    assertThat(alice.fetches("after"))
        .extracting(task -> task.variables().get("starter").value())
        .containsExactlyInAnyOrder("ann", "ben", null);
  }

  private static Start by(String user) {
    if (user != null) {
      AuthenticatedUser.set(user);
    }
    try {
      return new Start(new Start.Of(null, "mine", null), user, Map.of(), List.of());
    } finally {
      AuthenticatedUser.clear();
    }
  }

  @Test
  void a_database_error_rolls_back_all_and_leaves_no_outcomes() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    engine.deploy(choice("refused"));
    // No text of PostgreSQL has this character.
    TypedValue refused = new TypedValue(ValueType.STRING, "a\0b", Map.of());
    Start.Of definition = new Start.Of(null, "refused", null);

    List<OwnOutcome<Optional<ProcessInstance>>> outcomes =
        transaction.start(
            List.of(
                byKey("refused", "a", true),
                new Start(
                    definition, "b", Map.of("known", yes(true), "refused", refused), List.of())));

    assertThat(outcomes).isEmpty();
    assertThat(alice.fetches("after")).isEmpty();
  }

  @Test
  void callers_that_start_at_the_same_time_each_get_their_own_instance() throws Exception {
    engine.deploy(choice("choice"));
    int callers = 12;
    int each = 10;
    List<Callable<List<String>>> calls = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      String caller = "caller" + i;
      calls.add(
          () -> {
            List<String> keys = new ArrayList<>();
            for (int n = 0; n < each; n++) {
              String key = caller + "-" + n;
              boolean known = n != 5;
              try {
                keys.add(engine.start("choice", key, Map.of("known", yes(known))).businessKey());
              } catch (RuntimeException e) {
                assertThat(known).isFalse();
              }
            }
            return keys;
          });
    }

    List<AtOnce.Outcome<List<String>>> outcomes;
    try (AtOnce atOnce = new AtOnce()) {
      outcomes = atOnce.run(calls);
    }

    assertThat(outcomes).extracting(AtOnce.Outcome::failure).containsOnlyNulls();
    assertThat(outcomes)
        .allSatisfy(
            one ->
                assertThat(one.result())
                    .hasSize(each - 1)
                    .allMatch(key -> key.startsWith(one.result().get(0).split("-")[0] + "-")));
    assertThat(alice.fetches(1_000, "after"))
        .extracting(task -> task.task().businessKey())
        .doesNotHaveDuplicates()
        .hasSize(callers * (each - 1));
  }

  private static Start byKey(String key, String businessKey, boolean known) {
    return new Start(
        new Start.Of(null, key, null), businessKey, Map.of("known", yes(known)), List.of());
  }

  private static Start byId(String id, String businessKey, boolean known) {
    return new Start(
        new Start.Of(id, null, null), businessKey, Map.of("known", yes(known)), List.of());
  }

  private static TypedValue yes(boolean value) {
    return new TypedValue(ValueType.BOOLEAN, value, Map.of());
  }

  /** start --> x --> [known] after (external) --> end; no other way out. */
  private static BpmnModelInstance choice(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .exclusiveGateway("way")
        .condition("known", "${known}")
        .serviceTask("after")
        .operatonExternalTask("after")
        .endEvent()
        .done();
  }
}
