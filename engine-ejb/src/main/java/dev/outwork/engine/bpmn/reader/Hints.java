package dev.outwork.engine.bpmn.reader;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Suggestions for unsupported content, by the key of the element or attribute, or {@code
 * parent>key} where the parent matters.
 */
final class Hints {
  private static final String WORKER =
      "let a worker do it: camunda:type=\"external\" with a camunda:topic";
  private static final String PROCESS = "draw a process";
  private static final String OR_TOPICS = ", or deploy it with code-becomes-topics";
  private static final String CODE = WORKER + OR_TOPICS;
  private static final String LISTENER =
      "let a worker do it, in an external task of its own" + OR_TOPICS;
  private static final String LOOP =
      "the activity is executed once; draw the loop with an exclusive gateway, or as a multi-instance activity";
  private static final String VALUE =
      "write a text, an expression, a list or a map, or let a worker set the variable" + OR_TOPICS;
  private static final String VARIABLES = "start the process with variables";
  private static final String EXTERNAL_ALREADY = "a worker does the work";
  private static final String NOBODY =
      "name people by camunda:assignee, camunda:candidateUsers and camunda:candidateGroups, or by a formalExpression";
  private static final String PARAMETERS =
      "data associations have no effect: write camunda:inputOutput";
  private static final String EXTERNAL =
      "service, send and business rule tasks and message events can be external";
  private static final String NO_FORM =
      "name a form with camunda:formKey, or list its fields in camunda:formData";

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          entry(
              "adHocSubProcess",
              "draw a sub-process, with an inclusive gateway for optional activities"),
          entry("implicitThrowEvent", "draw an intermediate throw event"),
          entry("event", "draw a start, catch, throw, boundary or end event"),
          entry("choreographyTask", PROCESS),
          entry("subChoreography", PROCESS),
          entry("callChoreography", PROCESS),
          entry("complexGateway", "draw it with exclusive, inclusive and parallel gateways"),
          entry("passed standardLoopCharacteristics", LOOP),
          entry("behavior", "write a completionCondition"),
          entry("loopDataOutputRef", "let the activity set a variable of an outer scope"),
          entry("outputDataItem", "let the activity set a variable of an outer scope"),
          entry("eventDefinitionRef", "write the event definition into the event"),
          entry("startEvent>camunda:inputOutput", VARIABLES),
          entry("boundaryEvent>camunda:inputOutput", "write the parameters at the node after it"),
          entry("waitForCompletion", "the token always waits for the compensation"),
          entry("eventBasedGateway>instantiate", "draw a start event for each event"),
          entry("receiveTask>instantiate", "draw a message start event"),
          entry("eventGatewayType", "draw a parallel gateway with events after it"),
          entry("parallelMultiple", "draw an event for each"),
          entry("transaction>triggeredByEvent", "draw a sub-process that is triggered by an event"),
          entry("import", "a document must be self-contained"),
          entry("camunda:class", CODE),
          entry("camunda:delegateExpression", CODE),
          entry("camunda:expression", CODE),
          entry("camunda:connector", CODE),
          entry("camunda:caseRef", "call a process"),
          entry("camunda:variableMappingClass", "write camunda:in and camunda:out"),
          entry("camunda:variableMappingDelegateExpression", "write camunda:in and camunda:out"),
          entry("camunda:executionListener", LISTENER),
          entry("camunda:taskListener", LISTENER),
          entry("camunda:formHandlerClass", NO_FORM),
          entry("camunda:script", VALUE),
          entry("camunda:resource", "write an expression such as ${approved}"),
          entry("passed rendering", "name the form with camunda:formKey"),
          entry("passed performer", NOBODY),
          entry("passed resourceRole", NOBODY),
          entry("passed resourceRef", NOBODY),
          entry("passed resourceParameterBinding", NOBODY),
          entry("passed expression", NOBODY),
          entry("passed transformation", PARAMETERS),
          entry("passed assignment", PARAMETERS),
          entry("passed camunda:inputOutput", "write parameters at an activity"),
          entry("passed camunda:topic", EXTERNAL),
          entry("passed camunda:type", EXTERNAL),
          entry("passed camunda:class", EXTERNAL_ALREADY),
          entry("passed camunda:delegateExpression", EXTERNAL_ALREADY),
          entry("passed camunda:expression", EXTERNAL_ALREADY),
          entry("passed camunda:resultVariable", EXTERNAL_ALREADY),
          entry("passed camunda:field", EXTERNAL_ALREADY),
          entry("passed camunda:formRef", NO_FORM),
          entry("passed camunda:formRefBinding", NO_FORM),
          entry("passed camunda:formRefVersion", NO_FORM));

  private Hints() {}

  /** Empty if there is no suggestion. */
  static String after(String key) {
    String hint = HINTS.get(key);
    return hint == null ? "" : ": " + hint;
  }
}
