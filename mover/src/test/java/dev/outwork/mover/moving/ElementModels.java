package dev.outwork.mover.moving;

import java.util.LinkedHashMap;
import java.util.Map;

/** A process for each element, and for what combines them. */
public final class ElementModels {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
        <message id="m1" name="%1$s-one"/>
        <message id="m2" name="%1$s-two"/>
        <signal id="sig1" name="%1$s-signal"/>
        <process id="%1$s" isExecutable="true">
          %2$s
        </process>
        %3$s
      </definitions>
      """;

  private final Map<String, String> models = new LinkedHashMap<>();

  private ElementModels() {}

  public static Map<String, String> all() {
    ElementModels all = new ElementModels();
    all.plain();
    all.scopes();
    all.repeated();
    all.events();
    all.asynchronous();
    all.called();
    all.undone();
    return all.models;
  }

  private void add(String key, String content) {
    add(key, content, "");
  }

  private void add(String key, String content, String others) {
    models.put(key, DOCUMENT.formatted(key, content, others));
  }

  private static String task(String id) {
    return "<serviceTask id='%s' camunda:type='external' camunda:topic='work'/>".formatted(id);
  }

  private static String user(String id) {
    return "<userTask id='%s' camunda:candidateGroups='staff' camunda:assignee='ann'/>"
        .formatted(id);
  }

  /** Flows such as "a-b b-c". */
  private static String flows(String flows) {
    StringBuilder all = new StringBuilder();
    for (String flow : flows.split(" ")) {
      String[] ends = flow.split("-");
      all.append(
          "<sequenceFlow id='%1$s_%2$s' sourceRef='%1$s' targetRef='%2$s'/>"
              .formatted(ends[0], ends[1]));
    }
    return all.toString();
  }

  private static String conditional(String from, String to, String condition) {
    return "<sequenceFlow id='%1$s_%2$s' sourceRef='%1$s' targetRef='%2$s'><conditionExpression xsi:type='tFormalExpression'>%3$s</conditionExpression></sequenceFlow>"
        .formatted(from, to, condition);
  }

  private static String ends(String start, String end) {
    return "<startEvent id='%s'/><endEvent id='%s'/>".formatted(start, end);
  }

  private void plain() {
    add("sequence", ends("s", "e") + task("a") + user("b") + task("c") + flows("s-a a-b b-c c-e"));
    add(
        "parallel",
        ends("s", "e")
            + "<parallelGateway id='p'/><parallelGateway id='j'/>"
            + task("a")
            + user("b")
            + task("c")
            + task("d")
            + flows("s-p p-a p-b p-c a-j b-j c-j j-d d-e"));
    add(
        "inclusive",
        ends("s", "e")
            + "<inclusiveGateway id='p' default='p_c'/><inclusiveGateway id='j'/>"
            + task("a")
            + task("b")
            + task("c")
            + task("d")
            + task("x")
            + conditional("p", "a", "${true}")
            + conditional("p", "b", "${true}")
            + "<sequenceFlow id='p_c' sourceRef='p' targetRef='c'/>"
            + flows("s-x x-p a-j b-j c-j j-d d-e"));
    add(
        "mappings",
        ends("s", "e")
            + "<serviceTask id='a' camunda:type='external' camunda:topic='work'><extensionElements><camunda:inputOutput><camunda:inputParameter name='inner'>${name}</camunda:inputParameter><camunda:outputParameter name='outer'>${inner}</camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>"
            + task("b")
            + flows("s-a a-b b-e"));
    add(
        "loop",
        ends("s", "e")
            + "<exclusiveGateway id='x' default='x_e'/>"
            + task("a")
            + conditional("x", "a", "${go == 1}")
            + "<sequenceFlow id='x_e' sourceRef='x' targetRef='e'/>"
            + flows("s-a a-x"));
  }

  private void scopes() {
    String inside = ends("s1", "e1") + task("a") + user("b") + flows("s1-a a-b b-e1");
    String parallel =
        ends("s1", "e1")
            + "<parallelGateway id='p'/><parallelGateway id='j'/>"
            + task("a")
            + task("b")
            + flows("s1-p p-a p-b a-j b-j j-e1");
    add(
        "subProcess",
        ends("s", "e")
            + "<subProcess id='sub'>"
            + inside
            + "</subProcess>"
            + task("z")
            + flows("s-sub sub-z z-e"));
    add(
        "subParallel",
        ends("s", "e")
            + "<subProcess id='sub'>"
            + parallel
            + "</subProcess>"
            + task("z")
            + flows("s-sub sub-z z-e"));
    add(
        "nested",
        ends("s", "e")
            + "<subProcess id='outer'>"
            + ends("s2", "e2")
            + "<subProcess id='sub'>"
            + parallel
            + "</subProcess>"
            + task("y")
            + "<parallelGateway id='p2'/><parallelGateway id='j2'/>"
            + flows("s2-p2 p2-sub p2-y sub-j2 y-j2 j2-e2")
            + "</subProcess>"
            + task("z")
            + flows("s-outer outer-z z-e"));
    add(
        "subInParallel",
        ends("s", "e")
            + "<parallelGateway id='p0'/><parallelGateway id='j0'/>"
            + "<subProcess id='sub'>"
            + inside
            + "</subProcess>"
            + task("z")
            + flows("s-p0 p0-sub p0-z sub-j0 z-j0 j0-e"));
    add(
        "transaction",
        ends("s", "e")
            + "<transaction id='sub'>"
            + inside
            + "</transaction>"
            + task("z")
            + flows("s-sub sub-z z-e"));
    add(
        "eventSubProcess",
        ends("s", "e")
            + task("a")
            + flows("s-a a-e")
            + "<subProcess id='esp' triggeredByEvent='true'><startEvent id='es'><messageEventDefinition messageRef='m1'/></startEvent>"
            + task("b")
            + "<endEvent id='ee'/>"
            + flows("es-b b-ee")
            + "</subProcess>");
    add(
        "eventSubProcessBeside",
        ends("s", "e")
            + "<subProcess id='sub'>"
            + inside
            + "<subProcess id='esp' triggeredByEvent='true'><startEvent id='es' isInterrupting='false'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent>"
            + task("c")
            + "<endEvent id='ee'/>"
            + flows("es-c c-ee")
            + "</subProcess></subProcess>"
            + flows("s-sub sub-e"));
  }

  private void repeated() {
    String loop =
        "<multiInstanceLoopCharacteristics isSequential='%s'><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>";
    String inside = ends("s1", "e1") + task("a") + user("b") + flows("s1-a a-b b-e1");
    for (boolean sequential : new boolean[] {false, true}) {
      String suffix = sequential ? "Sequential" : "Parallel";
      add(
          "task" + suffix,
          ends("s", "e")
              + "<serviceTask id='a' camunda:type='external' camunda:topic='work'>"
              + loop.formatted(sequential)
              + "</serviceTask>"
              + task("z")
              + flows("s-a a-z z-e"));
      add(
          "user" + suffix,
          ends("s", "e")
              + "<userTask id='a'>"
              + loop.formatted(sequential)
              + "</userTask>"
              + task("z")
              + flows("s-a a-z z-e"));
      add(
          "subs" + suffix,
          ends("s", "e")
              + "<subProcess id='sub'>"
              + loop.formatted(sequential)
              + inside
              + "</subProcess>"
              + task("z")
              + flows("s-sub sub-z z-e"));
      add(
          "async" + suffix,
          ends("s", "e")
              + "<serviceTask id='a' camunda:type='external' camunda:topic='work'>"
              + loop.formatted(sequential)
                  .replace("isSequential", "camunda:asyncBefore='true' isSequential")
              + "</serviceTask>"
              + task("z")
              + flows("s-a a-z z-e"));
      add(
          "bounded" + suffix,
          ends("s", "e")
              + "<serviceTask id='a' camunda:type='external' camunda:topic='work'>"
              + loop.formatted(sequential)
              + "</serviceTask>"
              + "<boundaryEvent id='b' attachedToRef='a'><messageEventDefinition messageRef='m1'/></boundaryEvent>"
              + task("z")
              + task("y")
              + flows("s-a a-z z-e b-y y-e"));
      add(
          "mapped" + suffix,
          ends("s", "e")
              + "<serviceTask id='a' camunda:type='external' camunda:topic='work'><extensionElements><camunda:inputOutput><camunda:inputParameter name='inner'>${loopCounter}</camunda:inputParameter></camunda:inputOutput></extensionElements>"
              + loop.formatted(sequential)
              + "</serviceTask>"
              + task("z")
              + flows("s-a a-z z-e"));
    }
  }

  private void events() {
    add(
        "catching",
        ends("s", "e")
            + "<intermediateCatchEvent id='m'><messageEventDefinition messageRef='m1'/></intermediateCatchEvent>"
            + "<intermediateCatchEvent id='t'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>"
            + "<intermediateCatchEvent id='g'><signalEventDefinition signalRef='sig1'/></intermediateCatchEvent>"
            + "<receiveTask id='r' messageRef='m2'/>"
            + flows("s-m m-t t-g g-r r-e"));
    add(
        "choice",
        ends("s", "e")
            + "<eventBasedGateway id='g'/>"
            + "<intermediateCatchEvent id='m'><messageEventDefinition messageRef='m1'/></intermediateCatchEvent>"
            + "<intermediateCatchEvent id='t'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>"
            + task("a")
            + task("b")
            + flows("s-g g-m g-t m-a t-b a-e b-e"));
    add(
        "boundary",
        ends("s", "e")
            + task("a")
            + user("b")
            + "<boundaryEvent id='x' attachedToRef='a'><messageEventDefinition messageRef='m1'/></boundaryEvent>"
            + "<boundaryEvent id='y' attachedToRef='a' cancelActivity='false'><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>"
            + "<boundaryEvent id='w' attachedToRef='b' cancelActivity='false'><signalEventDefinition signalRef='sig1'/></boundaryEvent>"
            + task("c")
            + task("d")
            + task("f")
            + "<endEvent id='e2'/><endEvent id='e3'/><endEvent id='e4'/>"
            + flows("s-a a-b b-e x-c c-e2 y-d d-e3 w-f f-e4"));
    add(
        "boundarySub",
        ends("s", "e")
            + "<subProcess id='sub'>"
            + ends("s1", "e1")
            + task("a")
            + task("b")
            + flows("s1-a a-b b-e1")
            + "</subProcess>"
            + "<boundaryEvent id='x' attachedToRef='sub'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>"
            + "<boundaryEvent id='y' attachedToRef='sub' cancelActivity='false'><messageEventDefinition messageRef='m1'/></boundaryEvent>"
            + task("c")
            + task("d")
            + "<endEvent id='e2'/><endEvent id='e3'/>"
            + flows("s-sub sub-e x-c c-e2 y-d d-e3"));
  }

  private void asynchronous() {
    add(
        "asyncBefore",
        ends("s", "e")
            + task("a").replace("/>", " camunda:asyncBefore='true'/>")
            + user("b").replace("/>", " camunda:asyncBefore='true' camunda:asyncAfter='true'/>")
            + task("c")
            + flows("s-a a-b b-c c-e"));
    add(
        "asyncStart",
        "<startEvent id='s' camunda:asyncBefore='true'/><endEvent id='e'/>"
            + task("a")
            + flows("s-a a-e"));
    add(
        "asyncParallel",
        ends("s", "e")
            + "<parallelGateway id='p'/><parallelGateway id='j' camunda:asyncBefore='true'/>"
            + task("a").replace("/>", " camunda:asyncBefore='true'/>")
            + task("b").replace("/>", " camunda:asyncAfter='true'/>")
            + task("c")
            + flows("s-p p-a p-b a-j b-j j-c c-e"));
    add(
        "asyncFork",
        ends("s", "e")
            + "<parallelGateway id='p' camunda:asyncAfter='true'/><parallelGateway id='j'/>"
            + task("a")
            + user("b")
            + task("c")
            + flows("s-p p-a p-b a-j b-j j-c c-e"));
    add(
        "asyncChoice",
        ends("s", "e")
            + "<exclusiveGateway id='x' default='x_b' camunda:asyncAfter='true'/>"
            + task("a")
            + task("b")
            + conditional("x", "a", "${go == 1}")
            + "<sequenceFlow id='x_b' sourceRef='x' targetRef='b'/>"
            + flows("s-x a-e b-e"));
    add(
        "asyncInclusive",
        ends("s", "e")
            + "<inclusiveGateway id='p' camunda:asyncAfter='true'/><inclusiveGateway id='j'/>"
            + task("a")
            + task("b")
            + task("c")
            + conditional("p", "a", "${go == 1}")
            + conditional("p", "b", "${true}")
            + conditional("p", "j", "${go == 2}")
            + flows("s-p a-j b-j j-c c-e"));
    add(
        "asyncWays",
        ends("s", "e")
            + task("a").replace("/>", " camunda:asyncAfter='true'/>")
            + task("b")
            + task("c")
            + flows("s-a a-b a-c b-e c-e"));
    add(
        "asyncSub",
        ends("s", "e")
            + "<subProcess id='sub' camunda:asyncBefore='true' camunda:asyncAfter='true'>"
            + ends("s1", "e1")
            + task("a").replace("/>", " camunda:asyncBefore='true'/>")
            + flows("s1-a a-e1")
            + "</subProcess>"
            + task("z")
            + flows("s-sub sub-z z-e"));
    add(
        "asyncBody",
        ends("s", "e")
            + "<serviceTask id='a' camunda:type='external' camunda:topic='work' camunda:asyncBefore='true'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>"
            + flows("s-a a-e"));
  }

  private void called() {
    String called =
        "<process id='%s' isExecutable='true'>"
            + ends("sc", "ec")
            + task("a")
            + user("b")
            + flows("sc-a a-b b-ec")
            + "</process>";
    add(
        "calls",
        ends("s", "e")
            + "<callActivity id='call' calledElement='calledOne'><extensionElements><camunda:in variables='all'/><camunda:out variables='all'/></extensionElements></callActivity>"
            + task("z")
            + flows("s-call call-z z-e"),
        called.formatted("calledOne"));
    add(
        "callsTwice",
        ends("s", "e")
            + "<parallelGateway id='p'/><parallelGateway id='j'/><callActivity id='call' calledElement='middle'/>"
            + task("z")
            + flows("s-p p-call p-z call-j z-j j-e"),
        "<process id='middle' isExecutable='true'>"
            + ends("sm", "em")
            + "<callActivity id='call2' calledElement='calledTwo'/>"
            + flows("sm-call2 call2-em")
            + "</process>"
            + called.formatted("calledTwo"));
    add(
        "callsMany",
        ends("s", "e")
            + "<callActivity id='call' calledElement='calledThree'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></callActivity>"
            + flows("s-call call-e"),
        called.formatted("calledThree"));
  }

  private void undone() {
    String undo =
        "<boundaryEvent id='ub' attachedToRef='a'><compensateEventDefinition/></boundaryEvent>"
            + "<serviceTask id='ua' isForCompensation='true' camunda:type='external' camunda:topic='work'/>";
    String association =
        "<association id='as' sourceRef='ub' targetRef='ua' associationDirection='One'/>";
    add(
        "compensated",
        ends("s", "e")
            + task("a")
            + undo
            + task("b")
            + "<boundaryEvent id='ub2' attachedToRef='b'><compensateEventDefinition/></boundaryEvent>"
            + "<serviceTask id='uc' isForCompensation='true' camunda:type='external' camunda:topic='work'/>"
            + task("c")
            + "<intermediateThrowEvent id='t'><compensateEventDefinition/></intermediateThrowEvent>"
            + flows("s-a a-b b-c c-t t-e")
            + association
            + "<association id='as2' sourceRef='ub2' targetRef='uc' associationDirection='One'/>");
    add(
        "compensatedSub",
        ends("s", "e")
            + "<subProcess id='sub'>"
            + ends("s1", "e1")
            + task("a")
            + undo
            + task("d")
            + flows("s1-a a-d d-e1")
            + association
            + "</subProcess>"
            + task("c")
            + "<intermediateThrowEvent id='t'><compensateEventDefinition/></intermediateThrowEvent>"
            + flows("s-sub sub-c c-t t-e"));
  }
}
