package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.CalledProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Which definitions a definition calls, as far as its model says it. */
class StaticCallsTest extends SharedEngineTest {
  private static final BpmnModelInstance CALLED =
      Bpmn.createExecutableProcess("statically-called").startEvent().endEvent().done();

  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("static-caller")
          .startEvent()
          .callActivity("first")
          .calledElement("statically-called")
          .callActivity("pinned")
          .calledElement("statically-called")
          .operatonCalledElementBinding("version")
          .operatonCalledElementVersion("1")
          .callActivity("again")
          .calledElement("statically-called")
          .callActivity("computed")
          .calledElement("${process}")
          .callActivity("not-deployed")
          .calledElement("no-such-process")
          .endEvent()
          .done();

  @Test
  void the_definitions_that_would_be_called_now_are_told_with_their_call_activities() {
    ProcessDefinition old = engine.deploy(CALLED);
    ProcessDefinition latest = engine.deploy(CALLED);
    ProcessDefinition caller = engine.deploy(CALLING);

    assertThat(engine.repository().staticCalledProcessDefinitions(caller.id()))
        .containsExactly(
            new CalledProcessDefinition(latest, caller.id(), List.of("first", "again")),
            new CalledProcessDefinition(old, caller.id(), List.of("pinned")));
    assertThat(engine.repository().staticCalledProcessDefinitions(latest.id())).isEmpty();
  }

  @Test
  void an_unknown_caller_is_refused() {
    assertThatThrownBy(() -> engine.repository().staticCalledProcessDefinitions("unknown"))
        .isInstanceOf(NotFoundException.class);
  }
}
