package dev.outwork.mover;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Processes that put tokens into every state that Camunda 7 keeps. */
final class SourceModels {
  static final String MARKUP = "<script>alert(1)</script>";

  private SourceModels() {}

  static List<BpmnModelInstance> all() {
    return List.of(
        work(),
        people(),
        events(),
        code(),
        caller(),
        several(),
        refused(),
        callsRefused(),
        undone(),
        choice(),
        inclusive(),
        nested());
  }

  /** start --> ship (external) with a timer, a message and a signal on it --> end */
  static BpmnModelInstance work() {
    return Bpmn.createExecutableProcess("work")
        .name(MARKUP)
        .camundaHistoryTimeToLive(7)
        .startEvent()
        .serviceTask("ship")
        .camundaExternalTask(MARKUP)
        .boundaryEvent("late")
        .timerWithDuration("P1D")
        .endEvent()
        .moveToActivity("ship")
        .boundaryEvent("cancelled")
        .message("cancel")
        .endEvent()
        .moveToActivity("ship")
        .endEvent()
        .done();
  }

  /** start --> approve (user) --> end */
  static BpmnModelInstance people() {
    return Bpmn.createExecutableProcess("people")
        .startEvent()
        .userTask("approve")
        .camundaCandidateGroups("managers")
        .endEvent()
        .done();
  }

  /** start --> fork --> message, signal, timer, condition --> join --> end */
  static BpmnModelInstance events() {
    return Bpmn.createExecutableProcess("events")
        .startEvent()
        .parallelGateway("fork")
        .intermediateCatchEvent("paid")
        .message("paid")
        .parallelGateway("join")
        .endEvent()
        .moveToNode("fork")
        .intermediateCatchEvent("alarm")
        .signal("alarm")
        .connectTo("join")
        .moveToNode("fork")
        .intermediateCatchEvent("tomorrow")
        .timerWithDuration("P1D")
        .connectTo("join")
        .moveToNode("fork")
        .intermediateCatchEvent("enough")
        .condition("${amount > 10}")
        .connectTo("join")
        .moveToNode("fork")
        .receiveTask("answer")
        .message("answered")
        .connectTo("join")
        .done();
  }

  /** start --> book (class, asynchronous) --> end */
  static BpmnModelInstance code() {
    return Bpmn.createExecutableProcess("code")
        .startEvent()
        .serviceTask("book")
        .camundaClass("com.example.Booking")
        .camundaAsyncBefore()
        .camundaAsyncAfter()
        .endEvent()
        .done();
  }

  /** start --> call work --> end */
  static BpmnModelInstance caller() {
    return Bpmn.createExecutableProcess("caller")
        .startEvent()
        .callActivity("call")
        .calledElement("work")
        .endEvent()
        .done();
  }

  /** start --> pack (external, three at once) --> check (user, one after the other) --> end */
  static BpmnModelInstance several() {
    return Bpmn.createExecutableProcess("several")
        .startEvent()
        .serviceTask("pack")
        .camundaExternalTask("pack")
        .multiInstance()
        .parallel()
        .cardinality("3")
        .multiInstanceDone()
        .userTask("check")
        .multiInstance()
        .sequential()
        .cardinality("2")
        .multiInstanceDone()
        .endEvent()
        .done();
  }

  /** start --> sign (user, with a listener that no topic can replace) --> end */
  static BpmnModelInstance refused() {
    return Bpmn.createExecutableProcess("refused")
        .startEvent()
        .userTask("sign")
        .camundaTaskListenerClass("assignment", "com.example.Mail")
        .userTask("file")
        .endEvent()
        .done();
  }

  /** start --> call refused --> end */
  static BpmnModelInstance callsRefused() {
    return Bpmn.createExecutableProcess("callsRefused")
        .startEvent()
        .callActivity("call")
        .calledElement("refused")
        .endEvent()
        .done();
  }

  /** start --> (book (user) with compensation) --> wait (user) --> end */
  static BpmnModelInstance undone() {
    return Bpmn.createExecutableProcess("undone")
        .startEvent()
        .subProcess("trip")
        .embeddedSubProcess()
        .startEvent()
        .userTask("bookTrip")
        .boundaryEvent("undo")
        .compensateEventDefinition()
        .compensateEventDefinitionDone()
        .compensationStart()
        .userTask("refund")
        .compensationDone()
        .moveToActivity("bookTrip")
        .endEvent()
        .subProcessDone()
        .userTask("travel")
        .endEvent()
        .done();
  }

  /** start --> whichever comes first: a message or a timer --> end */
  static BpmnModelInstance choice() {
    return Bpmn.createExecutableProcess("choice")
        .startEvent()
        .eventBasedGateway()
        .id("which")
        .intermediateCatchEvent("called")
        .message("called")
        .endEvent()
        .moveToNode("which")
        .intermediateCatchEvent("silence")
        .timerWithDuration("P1D")
        .endEvent()
        .done();
  }

  /** start --> inclusive split --> a, b (user) --> inclusive join --> end */
  static BpmnModelInstance inclusive() {
    return Bpmn.createExecutableProcess("inclusive")
        .startEvent()
        .inclusiveGateway("split")
        .condition("always", "${true}")
        .userTask("first")
        .inclusiveGateway("meet")
        .endEvent()
        .moveToNode("split")
        .condition("too", "${true}")
        .userTask("second")
        .connectTo("meet")
        .done();
  }

  /** start --> (parallel: two (external), with an event sub-process) --> end */
  static BpmnModelInstance nested() {
    return Bpmn.createExecutableProcess("nested")
        .startEvent()
        .subProcess("inside")
        .embeddedSubProcess()
        .startEvent()
        .parallelGateway("two")
        .serviceTask("left")
        .camundaExternalTask("left")
        .parallelGateway("both")
        .endEvent()
        .moveToNode("two")
        .serviceTask("right")
        .camundaExternalTask("right")
        .connectTo("both")
        .subProcessDone()
        .multiInstance()
        .parallel()
        .cardinality("2")
        .multiInstanceDone()
        .endEvent()
        .done();
  }
}
