package dev.outwork.engine.externaltask;

import java.util.stream.IntStream;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ParallelGatewayBuilder;

/** Processes whose branches are worked on at the same time. */
final class Forks {
  private Forks() {}

  /** start --> + --> so many times: branch (external) --> + --> after (external) --> end. */
  static BpmnModelInstance andJoin(String key, int branches) {
    ParallelGatewayBuilder fork =
        Bpmn.createExecutableProcess(key).startEvent().parallelGateway("fork");
    fork.serviceTask("branch0")
        .operatonExternalTask("branch")
        .parallelGateway("join")
        .serviceTask("after")
        .operatonExternalTask("after")
        .endEvent();
    IntStream.range(1, branches)
        .forEach(
            i -> fork.serviceTask("branch" + i).operatonExternalTask("branch").connectTo("join"));
    return fork.done();
  }
}
