package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.verifying.RowDifference;
import dev.outwork.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was moved can be compared, taken back, and confirmed. */
class WayBackTest {
  private BothEngines engines;
  private String untouched;
  private String touched;
  private String suspended;

  @AfterEach
  void stop() {
    engines.close();
  }

  private RuntimeService camunda() {
    return engines.camunda().getRuntimeService();
  }

  private void moveThree(TestDatabase database) {
    engines = BothEngines.on(database);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("sequence.bpmn", ElementModels.all().get("sequence"))
        .deploy();
    untouched = camunda().startProcessInstanceByKey("sequence").getId();
    touched = camunda().startProcessInstanceByKey("sequence").getId();
    suspended = camunda().startProcessInstanceByKey("sequence").getId();
    camunda().suspendProcessInstanceById(suspended);
    assertThat(engines.move().done()).isEqualTo(3);
  }

  private List<RowDifference> differences() {
    List<RowDifference> differences = new ArrayList<>();
    new Verify(
            engines.settings(),
            new MoveListener() {
              @Override
              public void differs(RowDifference difference) {
                differences.add(difference);
              }
            })
        .verify(Slice.ALL);
    return differences;
  }

  private BothEngines.Told undo() {
    BothEngines.Told told = new BothEngines.Told();
    new Undo(engines.settings(), told).undo(Slice.ALL);
    return told;
  }

  private List<String> active() {
    return camunda().createProcessInstanceQuery().active().list().stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void both_sides_are_the_same_until_something_happens(TestDatabase database) {
    moveThree(database);
    assertThat(differences()).isEmpty();
    assertThat(active()).isEmpty();
    assertThat(engines.outwork().runtime().processInstance(suspended).orElseThrow().suspended())
        .isTrue();

    engines.outwork().worker("w").fetches(1, Driven.TOPIC);

    assertThat(differences())
        .singleElement()
        .satisfies(
            difference -> assertThat(difference.text()).contains("external_task", "worker_id"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_has_not_gone_on_goes_back_as_it_was(TestDatabase database) {
    moveThree(database);
    engines
        .outwork()
        .runtime()
        .changeVariables(touched, Map.of("here", TypedValue.string("yes")), List.of());

    BothEngines.Told told = undo();

    assertThat(told.done()).isEqualTo(2);
    assertThat(told.staying()).singleElement().asString().contains("variable");
    assertThat(active()).containsExactly(untouched);
    assertThat(engines.outwork().runtime().processInstance(untouched)).isEmpty();
    assertThat(engines.outwork().runtime().processInstance(touched)).isPresent();
    DrivenCamunda back = new DrivenCamunda(engines, untouched);
    back.perform(back.waits().get(0), Map.of());
    assertThat(back.waits()).extracting(Waiting::element).containsExactly("b");
    camunda().activateProcessInstanceById(suspended);
    assertThat(engines.move().done()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_confirmed_does_not_go_back(TestDatabase database) {
    moveThree(database);
    new Confirm(engines.settings(), new MoveListener() {}).confirm(Slice.ALL);

    assertThat(undo().done()).isZero();
    assertThat(active()).isEmpty();
  }
}
