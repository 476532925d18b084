package dev.outwork.engine.bpmn;

import static java.util.Map.entry;

import java.util.Map;

/** What to draw instead of what is not supported, by the key of the element or attribute. */
final class Hints {
  private static final String WORKER =
      "let a worker do it: camunda:type=\"external\" with a camunda:topic";
  private static final String LISTENER = "let a worker do it, in an external task of its own";
  private static final String WAIT =
      "let a worker wait for it, in an external task, and complete the task when it has happened";
  private static final String PERSON =
      "draw it as an external task, whose worker hands it to a person and completes it afterwards";
  private static final String LOOP =
      "draw the loop with an exclusive gateway, or let the worker repeat";
  private static final String GATEWAY = "draw it with exclusive and parallel gateways";
  private static final String TRANSACTION =
      "each report of a worker is a transaction of its own; put an external task there";
  private static final String VALUE =
      "write one text or expression, or let a worker set the variable";

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          entry("scriptTask", WORKER),
          entry("userTask", PERSON),
          entry("receiveTask", WAIT),
          entry("intermediateCatchEvent", WAIT),
          entry(
              "callActivity",
              "draw an embedded sub-process, or let a worker start the other process"),
          entry("transaction", "draw an embedded sub-process with error boundary events"),
          entry("adHocSubProcess", "draw an embedded sub-process"),
          entry("triggeredByEvent", "draw an error boundary event on the activities concerned"),
          entry("inclusiveGateway", GATEWAY),
          entry("complexGateway", GATEWAY),
          entry("eventBasedGateway", GATEWAY),
          entry("multiInstanceLoopCharacteristics", LOOP),
          entry("standardLoopCharacteristics", LOOP),
          entry("timerEventDefinition", WAIT),
          entry("signalEventDefinition", WAIT),
          entry("conditionalEventDefinition", WAIT),
          entry(
              "errorEventDefinition",
              "only boundary events can catch errors, and only workers report them"),
          entry(
              "messageEventDefinition",
              "only throw and end events can have one; start the process by its key"),
          entry("isForCompensation", "draw what undoes the work as an external task"),
          entry("compensateEventDefinition", "draw what undoes the work as an external task"),
          entry("cancelActivity", "an error always ends the activity"),
          entry("import", "a document has to stand alone"),
          entry("camunda:class", WORKER),
          entry("camunda:delegateExpression", WORKER),
          entry("camunda:expression", WORKER),
          entry("camunda:resultVariable", WORKER),
          entry("camunda:decisionRef", WORKER),
          entry("camunda:connector", WORKER),
          entry("camunda:field", WORKER),
          entry("camunda:executionListener", LISTENER),
          entry("camunda:taskListener", LISTENER),
          entry("camunda:async", TRANSACTION),
          entry("camunda:asyncBefore", TRANSACTION),
          entry("camunda:asyncAfter", TRANSACTION),
          entry(
              "camunda:failedJobRetryTimeCycle",
              "a worker says with each failure how often and when to try again"),
          entry("camunda:formData", "start the process with variables"),
          entry("camunda:formKey", "start the process with variables"),
          entry("camunda:formRef", "start the process with variables"),
          entry("camunda:initiator", "start the process with a variable that names the person"),
          entry("camunda:script", VALUE),
          entry("camunda:list", VALUE),
          entry("camunda:map", VALUE),
          entry("camunda:resource", "write an expression such as ${approved}"));

  private Hints() {}

  /** Empty if there is nothing to say. */
  static String after(String key) {
    String hint = HINTS.get(key);
    return hint == null ? "" : ": " + hint;
  }
}
